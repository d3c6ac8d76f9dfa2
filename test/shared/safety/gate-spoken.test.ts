import { expect, test } from 'vitest';
import spoken from '#test/data/safety/gate-spoken.json' with { type: 'json' };
import names from '#test/data/safety/names-of-allergens.json' with { type: 'json' };
import { falselyBlocked, readCases, silentAbout } from '#test/support/gate-cases.ts';

const read = readCases(spoken);

test('the gate is never silent about an allergen of what people say in short', () => {
  expect(silentAbout(read)).toEqual([]);
});

test('it says `contains` wrongly of at most 1 text in 35, though half of them only name food', () => {
  const wrong = falselyBlocked(read);
  expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(spoken.length / 35);
});

test.each(names)('$allergen is found under each of its names in $lang', (row) => {
  const cases = row.names.map((name) => ({
    text:
      row.lang === 'pl'
        ? `Potem do garnka idzie ${name} i mieszamy.`
        : `Then ${name} goes into the pot and we stir.`,
    as: 'prose',
    lang: row.lang,
    contains: [row.allergen],
    maybe: [],
    kind: 'name',
  }));
  expect(silentAbout(readCases(cases))).toEqual([]);
});
