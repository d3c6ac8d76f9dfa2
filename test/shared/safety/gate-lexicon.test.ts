import { expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';
import cases from '#test/data/safety/gate-lexicon.json' with { type: 'json' };
import { gateTable } from '#test/support/gate-table.ts';

gateTable(cases);

test.each([
  ['misa, misy i misę umyj w lesie', ''],
  ['Dłonie zwilż wodą.', ''],
  ['W garze było raczej ciasno.', ''],
  ['lód w kostkach', ''],
  ['puchar lodowy', 'milk'],
  ['krem pistacjowy', 'nuts'],
  ['grana padano', 'milk'],
  ['burger bun', 'gluten'],
  ['M&M’s', 'milk'],
])('%j has %j', (text, code) => {
  const found = readFood(text).findings.filter(({ level }) => level === 'contains');
  const allergens = new Set(
    ALLERGENS.filter((known) => found.some((it) => it.substance === known)),
  );
  expect([...allergens].join(' ')).toBe(code);
});

test.each([
  ['Masło pomijamy.', ''],
  ['Musztardę zastąp chrzanem.', ''],
  ['Do masła nie dodawaj wody.', 'milk'],
  ['Masło zastąp tahini.', 'sesame'],
  ['There is no substitute for butter.', 'milk'],
  ['Use it as a substitute for butter.', ''],
  ['Bez selera ani rusz.', 'celery'],
])('in %j there is %j', (text, code) => {
  const found = readFood(text).findings.map(({ substance }) => substance);
  expect(ALLERGENS.filter((known) => found.includes(known)).join(' ')).toBe(code);
});
