import { expect, test } from 'vitest';
import { baseSections } from '#shared/safety/bases.ts';
import { readRow } from '#shared/safety/lexicon-row.ts';
import { table } from './allergens-in.ts';

table(
  [
    ['makaron z ryżu', ''],
    ['makaron z ryżem', 'gluten'],
    ['mleko ryżowe', ''],
    ['jogurt z łubinu', 'lupin'],
    ['tofu z ciecierzycy', ''],
    ['mąka z orzeszków ziemnych', 'peanuts'],
    ['almond feta', 'nuts'],
    ['mince made from soya', 'soybeans'],
    ['naleśniki z mąki gryczanej', '~eggs ~milk'],
    // A flavour is no base, and bread with seeds is bread.
    ['jogurt truskawkowy', 'milk'],
    ['lody pistacjowe', 'milk nuts ~eggs ~nuts'],
    ['chleb dyniowy', 'gluten'],
  ],
  { whole: true },
);

test('every row of every family can be read', () => {
  const rows = baseSections().flatMap((section) =>
    section.rows.map((row) => readRow(row, section)),
  );
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.every(({ entry }) => entry.kind === 'instead')).toBe(true);
});
