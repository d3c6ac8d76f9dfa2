import { describe, expect, test } from 'vitest';
import { fold } from '#shared/language/fold.ts';
import { englishLemma } from '#shared/language/lemma-en.ts';
import { polishLemma, possibleLemmas } from '#shared/language/lemma-pl.ts';
import forms from './data/forms-pl.json' with { type: 'json' };

const pairs = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([lemma, all]) => all.split(' ').map((form) => ({ form, lemma })));
const listed = pairs(forms.listed);
/** Forms of food words that no list of ours has; chosen before the rules were measured on them. */
const heldOut = pairs(forms.heldOut);

const share = <Item>(items: readonly Item[], right: (item: Item) => boolean) =>
  items.filter(right).length / items.length;

test('diacritics fold away, ł included', () => {
  expect(fold('Żółć ŁOSOŚ crème')).toBe('zolc losos creme');
});

describe('Polish', () => {
  test('the tables have the documented size', () => {
    expect(listed.length).toBeGreaterThan(400);
    expect(heldOut.length).toBeGreaterThan(100);
  });

  test('a listed word is found from every case and number', () => {
    const wrong = listed.filter(({ form, lemma }) => polishLemma(form) !== lemma);
    // One form may be another listed word's too.
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(1);
  });

  test('… and without its diacritics', () => {
    expect(share(listed, ({ form, lemma }) => polishLemma(fold(form)) === lemma)).toBeGreaterThan(
      0.99,
    );
  });

  test('a word nobody listed keeps its base form among the possible ones', () => {
    const found = share(heldOut, ({ form, lemma }) => possibleLemmas(form).has(fold(lemma)));
    expect(found).toBeGreaterThan(0.98);
  });

  test('… and its ending alone names it more often than not', () => {
    expect(share(heldOut, ({ form, lemma }) => polishLemma(form) === lemma)).toBeGreaterThan(0.6);
  });

  test.each(['mleko', 'x', '', 'ść', 'aaa', '½'])('%j is a word to it without harm', (word) => {
    expect(typeof polishLemma(word)).toBe('string');
  });
});

test.each([
  ['tomatoes', 'tomato'],
  ['berries', 'berry'],
  ['leaves', 'leaf'],
  ['peaches', 'peach'],
  ['radishes', 'radish'],
  ['olives', 'olive'],
  ['eggs', 'egg'],
  ['cookies', 'cookie'],
  ['asparagus', 'asparagus'],
  ['hummus', 'hummus'],
  ['potatoes', 'potato'],
  ['boxes', 'box'],
  ['watercress', 'watercress'],
  ['egg', 'egg'],
])('English: %s is of %s', (form, lemma) => {
  expect(englishLemma(form)).toBe(lemma);
});
