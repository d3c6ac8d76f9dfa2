import { expect, test } from 'vitest';
import { namedDecision } from '#shared/orchestration/decisions/named-decision.ts';

const waiting = [
  { id: 'eggs', summary: 'Zapisać jako zużyte: jajka 3 szt (10 szt → 7 szt)?' },
  { id: 'rice', summary: 'Zapisać jako zużyte: ryż biały 200 g (1000 g → 800 g)?' },
  { id: 'milk', summary: 'Add: milk 2 l (fridge, until 1 December 2026)?' },
];

test.each([
  ['a ryż zostaw', 'rice'],
  ['zostaw ryz', 'rice'],
  ['ryżu nie', 'rice'],
  ['a jajek jednak nie', 'eggs'],
  ['jajka zostaw', 'eggs'],
  ['leave the milk', 'milk'],
  ['but not the milk', 'milk'],
  ['forget the milk!', 'milk'],
])('“%s” rejects %s', (message, id) => {
  expect(namedDecision(message, waiting)).toEqual(id && { decision: 'reject', id });
});

test.each([
  ['tak, zapisz ryż', 'rice'],
  ['yes, go ahead with the rice', 'rice'],
  ['ok, tak, jajka', 'eggs'],
  ['sure, do it for the milk', 'milk'],
  ['yes the eggs', 'eggs'],
  ['ok yes, save the rice', 'rice'],
  ['yeah yeah, book the eggs please', 'eggs'],
  ['no tak, zapisz te jajka', 'eggs'],
  ['jasne, potwierdź ryż', 'rice'],
  ['yes please, do the milk', 'milk'],
  ['tak tak, wpisz mleko', 'milk'],
  ['sure, log the rice then', 'rice'],
  ['dobra, tak, ryż', 'rice'],
  ['tak, z tymi jajkami', 'eggs'],
])('“%s” confirms %s', (message, id) => {
  expect(namedDecision(message, waiting)).toEqual({ decision: 'confirm', id });
});

test.each([
  'yes, but not the rice',
  'tak, ale bez jajek',
  'yes, go ahead with the beans',
  'yes, rice and beans',
  'tak, dodaj ryż i mleko',
  'yes, how much rice is left?',
  'tak, jaki ryż?',
  'yes, 3 eggs',
  'tak, ale ryż',
  'yes, wait, the rice',
  'ok, the rice',
  'tak, ryż brązowy i jajka',
])('“%s” confirms nothing', (message) => {
  expect(namedDecision(message, waiting)?.decision).not.toBe('confirm');
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
  expect(namedDecision(message, waiting)).toBeNull();
});

test('what is said of two is left open', () => {
  const twice = [...waiting, { id: 'more', summary: 'Dodać: ryż 1 kg?' }];
  expect(namedDecision('a ryż zostaw', twice)).toBeNull();
});
