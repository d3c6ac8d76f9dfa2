import { expect, test } from 'vitest';
import { phrases, wordsBeginning, wordsOf } from '#shared/safety/lexicon.ts';

test('the forms of a word are the same word, in the language it is of', () => {
  const shared = wordsOf('mleka').filter((number) => wordsOf('mlekiem').includes(number));
  expect(shared.length).toBeGreaterThan(0);
  expect(wordsOf('xyzzit')).toEqual([]);
  expect(wordsOf('')).toEqual([]);
  expect(new Set(wordsOf('mleka')).size).toBe(wordsOf('mleka').length);
});

test('small words are never forms of food', () => {
  for (const word of ['do', 'z', 'na', 'the', 'of', 'brown', 'pin']) {
    const longer = wordsOf(word).filter((number) => wordsBeginning(word).includes(number));
    expect(longer, word).toEqual([]);
  }
});

test('a beginning is shorter than the words it begins', () => {
  const beginning = wordsBeginning('mleczk');
  expect(beginning.length).toBeGreaterThan(0);
  expect(beginning).toEqual(expect.arrayContaining([...wordsOf('mleczko')]));
  for (const number of wordsOf('mleczko')) {
    expect(wordsBeginning('mleczko')).not.toContain(number);
  }
  expect(wordsBeginning('xyzzit')).toEqual([]);
});

test('phrases lead to the rows, and the empty phrase to none', () => {
  const reached = new Set<object>();
  const walk = (node: ReturnType<typeof phrases>) => {
    for (const { entry } of node.endings) reached.add(entry);
    for (const word of node.next.keys()) walk(node.next.get(word) ?? node);
  };
  walk(phrases());
  expect(reached.size).toBeGreaterThan(500);
  expect(phrases().endings).toEqual([]);
});
