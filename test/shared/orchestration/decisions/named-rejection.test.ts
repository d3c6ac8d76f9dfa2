import { expect, test } from 'vitest';
import { namedRejection } from '#shared/orchestration/decisions/named-rejection.ts';

const waiting = [
  { id: 'eggs', summary: 'Zapisać jako zużyte: jajka 3 szt (10 szt → 7 szt)?' },
  { id: 'rice', summary: 'Zapisać jako zużyte: ryż biały 200 g (1000 g → 800 g)?' },
  { id: 'milk', summary: 'Add: milk 2 l (fridge, until 1 December 2026)?' },
];

test.each([
  ['a ryż zostaw', 'rice'],
  ['zostaw ryz', 'rice'],
  ['ryżu nie', 'rice'],
  ['a jajek jednak nie', null],
  ['jajka zostaw', 'eggs'],
  ['leave the milk', 'milk'],
  ['but not the milk', 'milk'],
  ['forget the milk!', 'milk'],
])('“%s” rejects %s', (message, id) => {
  expect(namedRejection(message, waiting)).toBe(id);
});

test.each([
  'zostaw',
  'tak',
  'mleka nie mam',
  'a ile mam ryżu',
  'zostaw mąkę',
  'leave the flour',
  'nie',
  'ryż i jajka zostaw na później, proszę, bo jutro gotuję',
])('“%s” names none of them', (message) => {
  expect(namedRejection(message, waiting)).toBeNull();
});

test('what is said of two is left open', () => {
  const twice = [...waiting, { id: 'more', summary: 'Dodać: ryż 1 kg?' }];
  expect(namedRejection('a ryż zostaw', twice)).toBeNull();
});
