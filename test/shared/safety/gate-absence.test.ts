import { describe, expect, test } from 'vitest';
import absence from '#test/data/safety/gate-absence.json' with { type: 'json' };
import unseen from '#test/data/safety/gate-unseen.json' with { type: 'json' };
import { falselyBlocked, readCases, silentAbout } from '#test/support/gate-cases.ts';

const read = readCases(absence);
/** Texts of a kind of which one may be said to contain what it has not; `only-named` is written to be misread. */
const ONE_IN: Readonly<Record<string, number>> = { 'only-named': 10 };

describe.each([...new Set(read.map(({ kind }) => kind))])('sentences of the kind %s', (kind) => {
  const cases = read.filter((row) => row.kind === kind);
  const oneIn = ONE_IN[kind] ?? 40;

  test('are never silent about an allergen', () => {
    expect(silentAbout(cases)).toEqual([]);
  });

  test(`are said to contain what they have not in at most 1 of ${oneIn}`, () => {
    const wrong = falselyBlocked(cases);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(cases.length / oneIn);
  });
});

describe('a list of somebody who had not seen the gate', () => {
  const cases = readCases(unseen);

  test('has no allergen that is passed over', () => {
    expect(silentAbout(cases)).toEqual([]);
  });

  test('has nothing that is said to contain what it has not', () => {
    expect(falselyBlocked(cases)).toEqual([]);
  });
});
