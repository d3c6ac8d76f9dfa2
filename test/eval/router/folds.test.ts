import { expect, test } from 'vitest';
import { fractions } from '#test/synthetic/random.ts';
import { foldsOf } from './folds.ts';
import type { Utterance } from './utterances.ts';

const said = (text: string): Utterance => ({ text, label: 'weather', language: 'pl' });

test('what is nearly the same comes into one fold', () => {
  const others = Array.from({ length: 40 }, (_, at) =>
    said(`zupełnie co innego ${'x'.repeat(at)}${at}y`),
  );
  const near = [said('będzie jutro padać w Gdyni'), said('bedzie jutro padac w gdyni?')];
  const folds = foldsOf([...others, ...near], 7, fractions(1));
  expect(folds.at(-1)).toBe(folds.at(-2));
  expect(new Set(folds).size).toBeGreaterThan(1);
});

test('the same seed gives the same folds', () => {
  const utterances = ['ala', 'ma', 'kota', 'i psa'].map(said);
  expect(foldsOf(utterances, 3, fractions(2))).toEqual(foldsOf(utterances, 3, fractions(2)));
});
