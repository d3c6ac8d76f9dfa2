import { describe, expect, test } from 'vitest';
import { familyOf, phrasesOf, withMembers } from '#shared/safety/families.ts';
import { familyHits } from '#shared/safety/family-hits.ts';
import { FAMILIES, MIXTURES, readFamily } from '#shared/safety/family-row.ts';
import { freeTerm } from '#shared/safety/free-term.ts';
import { nearestWord } from '#shared/safety/nearest-word.ts';
import { ownTerm } from '#shared/safety/own-term.ts';
import { PhraseTree } from '#shared/safety/phrase-tree.ts';
import { readFood } from '#shared/safety/read-food.ts';
import { tokenise } from '#shared/safety/tokens.ts';

const spelled = (names: string) =>
  phrasesOf(names).map(({ words }) => words.map(({ lemma }) => lemma).join(' '));

describe('the families of foods', () => {
  test('are a few hundred, and name members and mixtures that exist', () => {
    expect(FAMILIES.length).toBeGreaterThan(200);
    expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length);
    const mixtures = new Set(MIXTURES.map(({ id }) => id));
    for (const family of FAMILIES) {
      expect(withMembers(family).length, family.id).toBeGreaterThan(family.members.length);
      expect(family.mixtures.filter((id) => !mixtures.has(id), family.id)).toEqual([]);
    }
    expect(() => familyOf('unicorn')).toThrow('unicorn');
  });

  test('are each meant by every one of their names, as a term', () => {
    const lost = FAMILIES.flatMap(({ id, names, terms }) =>
      [...spelled(names), ...spelled(terms)].filter(
        (name) => !ownTerm(name).families.some((family) => family.id === id),
      ),
    );
    expect(lost).toEqual([]);
  });

  test('are each found by every one of their names, as a food', () => {
    const lost = FAMILIES.filter(({ members }) => members.length === 0).flatMap(({ id, names }) =>
      spelled(names)
        .filter((name) => freeTerm(name).hits(readFood(name, { whole: true })).length === 0)
        .map((name) => `${id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  test.each(['has', 'may', 'not'] as const)(
    'are found by what they list as `%s`, or are not',
    (column) => {
      const wrong = FAMILIES.filter(({ members }) => members.length === 0).flatMap((family) =>
        spelled(family[column])
          .filter((name) => {
            const hits = familyHits(family, readFood(name, { whole: true }));
            return hits.length > 0 === (column === 'not');
          })
          .map((name) => `${family.id}: ${name}`),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('with a slip in their row stop the start', () => {
    expect(() => readFamily({ id: 'x', names: 'x', is: 'mlik' })).toThrow('mlik');
    expect(readFamily({ id: 'brazil nut', names: 'x', of: 'nuts', in: 'fruit berries' })).toEqual({
      id: 'brazil-nut',
      names: 'x',
      terms: '',
      has: '',
      may: '',
      not: '',
      is: [],
      of: 'nuts',
      mixtures: ['fruit', 'berries'],
      members: [],
      animal: false,
      lactose: false,
      remains: null,
    });
  });
});

test('a tree of phrases finds every form, adjectives on either side, and no word across a comma', () => {
  const tree = new PhraseTree<string>();
  for (const phrase of phrasesOf('mąka ryżowy = rice flour')) tree.add(phrase, 'rice flour');
  const found = (text: string) =>
    tree.find(tokenise(text)).map(({ from, to, value }) => [from, to, value]);
  expect(found('z mąką ryżową')).toEqual([[1, 3, 'rice flour']]);
  expect(found('ryżowej mąki')).toEqual([[0, 2, 'rice flour']]);
  expect(found('rice flours')).toEqual([[0, 2, 'rice flour']]);
  expect(found('flour, rice')).toEqual([]);
  expect(found('mąki, ryżowej')).toEqual([]);
  expect(tree.has('maki')).toBe(true);
  expect(tree.has('kaszy')).toBe(false);
});

test('the nearest word is one slip away, two for long words, and begins alike', () => {
  const known = [
    ['kukurydz', new Set(['a', 'y'])],
    ['strawberr', new Set(['y', 'ies'])],
  ] as const;
  expect(nearestWord('kukurydzza', known)).toBe('kukurydza');
  expect(nearestWord('kukruydza', known)).toBe('kukurydza');
  expect(nearestWord('stawbery', known)).toBe('strawberry');
  expect(nearestWord('mukurydza', known)).toBeNull();
  expect(nearestWord('kukur', known)).toBeNull();
  expect(nearestWord('kuku', known)).toBeNull();
});

test('two neighbours swapped are one slip of a short word, and nothing else is beside them', () => {
  const known = [['seler', new Set(['', 'a'])]] as const;
  for (const swapped of ['sleer', 'seelr', 'selre']) {
    expect(nearestWord(swapped, known), swapped).toBe('seler');
  }
  for (const other of ['slefr', 'sleex', 'selxe', 'slere', 'szxer']) {
    expect(nearestWord(other, known), other).toBeNull();
  }
});

test('of phrases within each other the longest settles what is meant', () => {
  const pear = freeTerm('gruszka').hits(readFood('gruszka miłosna', { whole: true }));
  expect(pear).toEqual([]);
  const chop = freeTerm('wieprzowina').hits(readFood('kotlet schabowy', { whole: true }));
  expect(chop.some(({ level }) => level === 'contains')).toBe(true);
});
