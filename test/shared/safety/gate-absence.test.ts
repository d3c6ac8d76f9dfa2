import { describe, expect, test } from 'vitest';
import absence from '#test/data/safety/gate-absence.json' with { type: 'json' };
import { falselyBlocked, readCases, silentAbout } from '#test/support/gate-cases.ts';

const read = readCases(absence);

describe.each([...new Set(read.map(({ kind }) => kind))])('sentences of the kind %s', (kind) => {
  const cases = read.filter((row) => row.kind === kind);

  test('are never silent about an allergen', () => {
    expect(silentAbout(cases)).toEqual([]);
  });

  test('are said to contain what they have not in at most 1 of 40', () => {
    const wrong = falselyBlocked(cases);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(cases.length / 40);
  });
});
