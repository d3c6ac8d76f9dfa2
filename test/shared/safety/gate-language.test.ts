import { describe, expect, test } from 'vitest';
import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import { checkRecipe, type Diner } from '#shared/safety/check.ts';
import cases from '#test/data/safety/gate-language.json' with { type: 'json' };

type Level = 'contains' | 'may-contain' | 'unknown';
type Case = (typeof cases)[number];

const PEOPLE: readonly Diner[] = ALLERGENS.map((code) => ({
  id: code,
  name: code,
  diet: null,
  allergies: [{ code, severity: 'allergy' }],
  dislikes: [],
}));
const KINDS = [...new Set(cases.map(({ kind }) => kind))];

describe.each(KINDS)('%s', (kind) => {
  const rows = cases.filter((row) => row.kind === kind).map((row) => ({ ...row, read: read(row) }));

  test('is never silent about an allergen', () => {
    const silent = rows.flatMap(({ text, contains, read }) =>
      codes(contains)
        .filter((code) => read.get(code) === undefined && !read.has('*'))
        .map((code) => `${code}: ${text}`),
    );
    expect(silent).toEqual([]);
  });

  test('says `contains` wrongly of at most one text in twenty', () => {
    const wrong = rows.filter(({ contains, maybe, read }) =>
      ALLERGENS.some(
        (code) =>
          read.get(code) === 'contains' && ![...codes(contains), ...codes(maybe)].includes(code),
      ),
    );
    process.stdout.write(`${kind}: ${rows.length} texts, ${wrong.length} blocked falsely\n`);
    expect(wrong.length, wrong.map(({ text }) => text).join(' | ')).toBeLessThanOrEqual(
      rows.length * 0.05,
    );
  });
});

test('the table has 600 texts or more, two in five without an allergen', () => {
  expect(cases.length).toBeGreaterThanOrEqual(600);
  const none = cases.filter(({ contains }) => contains.length === 0);
  expect(none.length / cases.length).toBeGreaterThanOrEqual(0.4);
});

/** The worst level per allergen, and `*` where a word is unknown. */
function read({ text, as, lang }: Case): ReadonlyMap<string, Level> {
  const name = { [lang]: text };
  const report =
    as === 'ingredient' ? checkRecipe([name], [], PEOPLE) : checkRecipe([], [name], PEOPLE);
  const levels = new Map<string, Level>();
  for (const { code, level } of report.findings) {
    if (levels.get(code) !== 'contains') levels.set(code, level);
  }
  return levels;
}

function codes(names: readonly string[]): Allergen[] {
  return ALLERGENS.filter((code) => names.includes(code));
}
