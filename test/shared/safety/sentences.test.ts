import { describe, expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import { allergens, table } from './allergens-in.ts';

describe('compounds', () => {
  table([
    ['mleko kokosowe', ''],
    ['kokosowe mleko', ''],
    ['mleko świeże kokosowe', ''],
    ['mleko sojowe', 'soybeans'],
    ['sojowe mleko', 'soybeans'],
    ['mleko w proszku', 'milk'],
    ['masło orzechowe', 'peanuts ~nuts'],
    ['masło drobno orzechowe', 'peanuts ~nuts'],
    ['masło, orzechowe', 'milk nuts ~peanuts'],
    ['masło i orzechowe', 'milk nuts ~peanuts'],
    ['mleko. kokosowe', 'milk'],
    ['MLEKO. KOKOSOWE', 'milk'],
    ['plant based milk', '~gluten ~nuts ~soybeans'],
    ['alcohol free beer', 'gluten'],
    ['jajko/mleko', 'eggs milk'],
    ['E 1105', 'eggs'],
    ['lecytyna', '~soybeans'],
  ]);
});

describe('words that a till has cut', () => {
  table([
    ['MAKAR.', 'gluten'],
    ['MAKAR', 'gluten'],
    ['MA.', ''],
    ['MAKAR. JAJECZNY', 'eggs gluten'],
    ['makar. jajeczny', 'eggs gluten'],
    ['CZEK. MLECZ.', '~milk ~nuts ~soybeans'],
    ['2MAKAR', 'gluten'],
    ['MAKAR. 500G', 'gluten'],
    ['JOG. NAT', 'milk'],
    ['Jog. naturalny', 'milk'],
    ['majon. kielecki', 'eggs mustard'],
    // What only some of the words that begin so have, it may have.
    ['ŚMIE', '~milk'],
    ['ŚMI', ''],
    ['śm. ukwaszona', ''],
    // A currency behind a number is none of them.
    ['about 12.49 PLN', ''],
    ['MASŁO 7,99 PLN', 'milk'],
  ]);
});

describe('words that nobody knows', () => {
  table([
    ['śmietankowoserowy', 'milk'],
    ['mlecznoorzechowy', 'milk nuts ~peanuts'],
    ['pszennożytni', 'gluten'],
    ['xyzzit', ''],
  ]);
});

describe('a word of both languages', () => {
  table([
    ['make', 'gluten'],
    ['dodaj make', 'gluten'],
    ['łyżka make', 'gluten'],
    ['zażółć make', 'gluten'],
    ['add the make', ''],
    ['cup of make', ''],
    ['Add the mąkę', 'gluten'],
  ]);

  test('is read in the language that is known', () => {
    expect(allergens('make', { language: 'pl' })).toBe('gluten');
    expect(allergens('make', { language: 'en' })).toBe('');
    expect(allergens('mąkę', { language: 'en' })).toBe('gluten');
    expect(allergens('dodaj make', { language: 'en' })).toBe('');
  });
});

test('what is too ambiguous for prose is meant when it is all there is', () => {
  expect(allergens('sola', { whole: true })).toBe('fish');
  expect(allergens('sola')).toBe('');
  expect(allergens('sola świeża', { whole: true })).toBe('');
  expect(allergens('dobra sola', { whole: true })).toBe('');
});

test('a finding says which words it was read from', () => {
  const { findings, named } = readFood('Dodaj mleko i masło orzechowe.');
  expect(
    findings.map(({ substance, words, start, end }) => [substance, words, start, end]),
  ).toEqual(
    expect.arrayContaining([
      ['milk', 'mleko', 6, 11],
      ['peanuts', 'masło orzechowe', 14, 29],
    ]),
  );
  expect(named.some(({ traces }) => traces)).toBe(false);
  expect(readFood('może zawierać mleko').named.every(({ traces }) => traces)).toBe(true);
  expect(readFood('bez mleka').named).toEqual([]);
});

test('food is known when a word of it is food, not when it says too little', () => {
  expect(readFood('pomidory').known).toBe(true);
  expect(readFood('bez mleka').known).toBe(true);
  expect(readFood('sos').known).toBe(false);
  expect(readFood('xyzzit').known).toBe(false);
  expect(readFood('').known).toBe(false);
});

test('without lactose is not without milk, unless both are absent', () => {
  expect(allergens('jogurt bez laktozy')).toBe('milk');
  expect(readFood('jogurt bez laktozy').lactoseFree).toBe(true);
  expect(readFood('jogurt').lactoseFree).toBe(false);
  expect(readFood('jogurt z laktozą').lactoseFree).toBe(false);
  expect(readFood('jogurt bez glutenu').lactoseFree).toBe(false);
  expect(allergens('free from lactose and milk')).toBe('');
  expect(allergens('bez mleka i laktozy')).toBe('');
  // Of milk itself nothing is said.
  expect(allergens('bez glutenu i laktozy')).toBe('~milk');
  expect(readFood('bezlaktozowy jogurt').lactoseFree).toBe(true);
  expect(allergens('bezlaktozowy jogurt')).toBe('milk');
});
