import { describe, expect, test } from 'vitest';
import cases from '#test/data/safety/gate-language.json' with { type: 'json' };
import { falselyBlocked, readCases, silentAbout } from '#test/support/gate-cases.ts';

const KINDS = [...new Set(cases.map(({ kind }) => kind))];

describe.each(KINDS)('%s', (kind) => {
  const rows = readCases(cases.filter((row) => row.kind === kind));

  test('is never silent about an allergen', () => {
    expect(silentAbout(rows)).toEqual([]);
  });

  test('says `contains` wrongly of at most one text in twenty', () => {
    const wrong = falselyBlocked(rows);
    process.stdout.write(`${kind}: ${rows.length} texts, ${wrong.length} blocked falsely\n`);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(rows.length * 0.05);
  });
});

test('the table has 600 texts or more, two in five without an allergen', () => {
  expect(cases.length).toBeGreaterThanOrEqual(600);
  const none = cases.filter(({ contains }) => contains.length === 0);
  expect(none.length / cases.length).toBeGreaterThanOrEqual(0.4);
});
