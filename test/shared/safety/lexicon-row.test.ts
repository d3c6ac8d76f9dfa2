import { expect, test } from 'vitest';
import { readRow, SUBSTANCES } from '#shared/safety/lexicon-row.ts';

const plain = { rows: [] };
const spelled = (row: string) =>
  readRow(row, plain).phrases.map(({ words, language }) => [
    language,
    words.map(({ lemma, exact }) => (exact ? `${lemma}!` : lemma)).join(' '),
  ]);

test('a row has Polish names, English names and what the food is made of', () => {
  expect(readRow('mleko, mleczko = milk : milk ~soybeans @honey', plain)).toEqual({
    entry: {
      name: 'mleko',
      kind: 'plain',
      has: ['milk', 'dairy', 'honey'],
      may: ['soybeans'],
    },
    phrases: ['mleko', 'mleczko', 'milk'].map((lemma) => ({
      words: [{ lemma, exact: false, till: false }],
      language: lemma === 'milk' ? 'en' : 'pl',
      alone: false,
      oneLanguage: false,
      dish: false,
    })),
  });
});

test('a section gives its kind and codes to every row', () => {
  const { entry } = readRow('chleb = bread : ~milk', {
    kind: 'implied',
    codes: 'gluten',
    rows: [],
  });
  expect(entry).toEqual({
    name: 'chleb',
    kind: 'implied',
    has: ['gluten'],
    may: ['milk', 'dairy'],
  });
});

test.each(['plain', 'general', 'implied', 'instead', 'part', 'vague'])(
  'knows the kind %s',
  (kind) => {
    expect(readRow('chleb', { kind, rows: [] }).entry.kind).toBe(kind);
  },
);

test.each([
  ['milk', ['milk', 'dairy']],
  ['eggs', ['eggs', 'egg']],
  ['fish', ['fish']],
  ['crustaceans', ['crustaceans', 'seafood']],
  ['molluscs', ['molluscs', 'seafood']],
  ['gluten', ['gluten']],
  ['@pork', ['pork', 'meat']],
  ['@fish', ['fish']],
  ['@alcohol', ['alcohol']],
])('%s stands for %j', (code, has) => {
  expect(readRow(`x : ${code}`, plain).entry).toMatchObject({ has, may: [] });
  expect(readRow(`x : ~${code}`, plain).entry).toMatchObject({ has: [], may: has });
});

test('what is surely there is not perhaps there too', () => {
  expect(readRow('x : milk ~milk ~eggs', plain).entry).toMatchObject({
    has: ['milk', 'dairy'],
    may: ['eggs', 'egg'],
  });
});

test('one side may be empty, and names may be of several words', () => {
  expect(spelled('ser żółty')).toEqual([['pl', 'ser żółty']]);
  expect(spelled(' = hard cheese, cheese')).toEqual([
    ['en', 'hard cheese'],
    ['en', 'cheese'],
  ]);
  expect(spelled('= cheese')).toEqual([['en', 'cheese']]);
  expect(spelled('ser, , = cheese')).toEqual([
    ['pl', 'ser'],
    ['en', 'cheese'],
  ]);
});

test('a slash spells out two phrases, an exclamation mark keeps a word as it is', () => {
  expect(spelled('mleko/napój sojowe/ryżowe')).toEqual([
    ['pl', 'mleko sojowe'],
    ['pl', 'mleko ryżowe'],
    ['pl', 'napój sojowe'],
    ['pl', 'napój ryżowe'],
  ]);
  expect(spelled('mas! extra!, mlk!/mleko')).toEqual([
    ['pl', 'mas! extra!'],
    ['pl', 'mlk!'],
    ['pl', 'mleko'],
  ]);
});

test('marks before a name say when it is meant', () => {
  const marks = (row: string) =>
    readRow(row, plain).phrases.map(({ alone, oneLanguage, words }) => [
      words[0]?.lemma,
      alone,
      oneLanguage,
    ]);
  expect(marks('^sola, ?make, ^?pin, ?^dash, mleko')).toEqual([
    ['sola', true, false],
    ['make', false, true],
    ['pin', true, true],
    ['dash', true, true],
    ['mleko', false, false],
  ]);
});

test.each([
  ['mleko : milk : eggs', /cannot read/],
  ['mleko = milk = leche', /cannot read/],
  ['mleko : milkk', /unknown code “milkk”/],
  ['mleko : @milkk', /unknown code/],
  ['wino : alcohol', /unknown code/],
  ['mleko : @milk', /unknown code/],
  [' : milk', /no kind or name/],
])('a slip in “%s” is found when the lexicon is read', (row, message) => {
  expect(() => readRow(row, plain)).toThrow(message);
});

test('a kind that nobody knows is a slip too', () => {
  expect(() => readRow('mleko', { kind: 'other', rows: [] })).toThrow(/no kind or name/);
});

test('each substance is listed once: fourteen allergens, and ten sources beside fish', () => {
  expect(SUBSTANCES).toHaveLength(24);
  expect(new Set(SUBSTANCES).size).toBe(24);
});
