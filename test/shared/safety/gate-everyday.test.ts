import { expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';
import cases from '#test/data/safety/gate-everyday.json' with { type: 'json' };
import { gateTable } from '#test/support/gate-table.ts';

gateTable(cases);

test.each([
  ['BUŁKI B/GL.4SZT', ''],
  ['BUŁKI 4SZT', 'gluten'],
  ['MAKARON BEZGLUT.', ''],
  ['MLECZKO D/MEBLI PRONTO', ''],
  ['MLEKO B/LAKT. 1L', 'milk'],
  ['ŚLEDŹ Z/CEBULĄ', 'fish'],
  ['żel pod prysznic mleko i miód', ''],
  ['mleko, żel pod prysznic', 'milk'],
  ['2 paczki', ''],
  ['pączki', 'gluten eggs milk'],
])('the name %j has %j', (text, code) => {
  expect(surely(text, true)).toBe(code);
});

test.each([
  ['Thicken it with cornflour, never wheat flour.', ''],
  ['Leave out the chilli, never the fish sauce.', 'fish'],
  ['Śmietany już nie dodajemy.', ''],
  ['Śmietany nie dodawaj od razu.', 'milk'],
  ['Smaż na oleju, nie na maśle.', ''],
  ['We left the prawns out this time.', ''],
  ['On the way to Rye we ate plums.', ''],
  ['Serve it with Rye bread.', 'gluten'],
  ['Na targu w Lubinie był bób.', ''],
  ['Ciasto z lubinem.', 'gluten eggs lupin'],
  ['Mrs Butter brought plums.', ''],
  ['W 100 g: białko 7 g, tłuszcz 1 g.', ''],
  ['Ubij białko i cukier.', 'eggs'],
])('the sentence %j has %j', (text, code) => {
  expect(surely(text, false)).toBe(code);
});

function surely(text: string, whole: boolean): string {
  const found = readFood(text, { whole }).findings.filter(({ level }) => level === 'contains');
  return ALLERGENS.filter((code) => found.some(({ substance }) => substance === code)).join(' ');
}
