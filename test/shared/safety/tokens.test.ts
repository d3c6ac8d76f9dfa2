import { describe, expect, test } from 'vitest';
import { foldWord, type Token, tokenise } from '#shared/safety/tokens.ts';

describe('a folded word', () => {
  test.each([
    ['Łosoś', 'losos'],
    ['ZAŻÓŁĆ', 'zazolc'],
    ['Smørrebrød', 'smorrebrod'],
    ['œuf', 'oeuf'],
    ['æble', 'aeble'],
    ['Nuß', 'nuss'],
    ['mi\u00adęs\u200bo', 'mieso'],
    ['le\u0301go', 'lego'],
    ["hen's", 'hen'],
    ['hen’s', 'hen'],
    ["o'clock", 'oclock'],
    ['‘'.normalize('NFKD'), '‘'],
    ['вкмнорстухіјѕае', 'bkmhopctyxijsae'],
    ['αεικοτρυν', 'aeikotpuv'],
  ])('%s is %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});

const words = (text: string) => tokenise(text).map(({ word }) => word);
const gaps = (text: string) => tokenise(text).map(({ gap }) => gap);
const first = (text: string): Partial<Token> => tokenise(text)[0] ?? {};

test('words stand where they stand in the text', () => {
  const text = '  200 g Mąki, sól';
  const tokens = tokenise(text);
  expect(tokens.map(({ word, start, end }) => [word, start, end])).toEqual([
    ['200', 2, 5],
    ['g', 6, 7],
    ['maki', 8, 12],
    ['sol', 14, 17],
  ]);
});

test('names of dishes by their letters or with a sign between are words', () => {
  expect(words('M&M, PB&J, PB+J')).toEqual(['mnm', 'pbnj', 'pbnj']);
  expect(words('mac & cheese')).toEqual(['mac', 'n', 'cheese']);
  expect(words('ham & cheese, AB&CD')).toEqual(['ham', 'cheese', 'ab', 'cd']);
});

test('letters and digits part; apostrophes and invisible characters do not', () => {
  expect(words('2jajka 500ml')).toEqual(['2', 'jajka', '500', 'ml']);
  expect(words("don't hen’s")).toEqual(['dont', 'hen']);
  expect(words("'milk'")).toEqual(['milk']);
  expect(words('mle\u200bko')).toEqual(['mleko']);
  expect(words('a \u200b\u200b b')).toEqual(['a', 'b']);
  expect(words('')).toEqual([]);
});

test.each([
  ['E322', 'E322'],
  ['E 322', 'E 322'],
  ['e-322', 'e-322'],
  ['E – 1442', 'E – 1442'],
  ['E.471', 'E.471'],
])('the additive %s is one word over all of it', (text) => {
  const tokens = tokenise(`${text} soja`);
  expect(tokens.map(({ word }) => word)).toEqual([`e${text.replace(/\D/g, '')}`, 'soja']);
  expect(tokens[0]).toMatchObject({ start: 0, end: text.length });
});

test('what only looks like an additive is not one', () => {
  expect(words('E 12')).toEqual(['e', '12']);
  expect(words('E 12345')).toEqual(['e', '12345']);
  expect(words('E, 322')).toEqual(['e', '322']);
  expect(words('E       322')).toEqual(['e', '322']);
  expect(words('A 322')).toEqual(['a', '322']);
  expect(words('E 322a')).toEqual(['e322', 'a']);
});

test.each([
  ['a b', 'joined'],
  ['a-b', 'joined'],
  ['a.b', 'joined'],
  ['a\tb', 'joined'],
  ['a (b', 'bracket'],
  ['a(b', 'bracket'],
  ['a [b', 'bracket'],
  ['a  (b', 'comma'],
  ['a) b', 'comma'],
  ['a, b', 'comma'],
  ['a/b', 'comma'],
  ['a | b', 'comma'],
  ['a & b', 'comma'],
  ['a + b', 'comma'],
  ['a * b', 'comma'],
  ['a • b', 'comma'],
  ['a = b', 'comma'],
  ['a {b', 'comma'],
  ['a - b', 'comma'],
  ['a – b', 'comma'],
  ['a —b', 'comma'],
  ['a– b', 'comma'],
  ['a: b', 'colon'],
  ['a:, b', 'colon'],
  ['a. b', 'dot'],
  ['a! b', 'dot'],
  ['a? b', 'dot'],
  ['a; b', 'dot'],
  ['a… b', 'dot'],
  ['a.: b', 'colon'],
  ['a\nb', 'line'],
  ['a.\r\nb', 'line'],
])('between the words of %j stands a %s', (text, gap) => {
  expect(gaps(text)).toEqual(['line', gap]);
});

test('capitals are words of more than one letter without any small one', () => {
  expect(first('MAKARON').capitals).toBe(true);
  expect(first('ŻÓŁTY').capitals).toBe(true);
  expect(first('Makaron').capitals).toBe(false);
  expect(first('makaron').capitals).toBe(false);
  expect(first('W').capitals).toBe(false);
  expect(first('500').capitals).toBe(false);
});

test('a Polish letter marks its word, in capitals too', () => {
  expect(first('mąkę').marked).toBe(true);
  expect(first('MĄKĘ').marked).toBe(true);
  expect(first('make').marked).toBe(false);
});

test('a full stop dots the word before it only', () => {
  expect(tokenise('MAKAR. JAJ').map(({ dotted }) => dotted)).toEqual([true, false]);
  expect(first('MAKAR .').dotted).toBe(false);
});

describe('words that a till cuts at a slash or behind `bez`', () => {
  const words = (text: string) => tokenise(text).map(({ word }) => word);
  test.each([
    ['BUŁKI B/GL.', ['bulki', 'bez', 'glutenu']],
    ['B/GLUTENU CHLEB', ['bez', 'glutenu', 'chleb']],
    ['JOGURT B/LAKT', ['jogurt', 'bez', 'laktozy']],
    ['NAPÓJ B/CUK', ['napoj', 'bez', 'cukru']],
    ['MYDŁO D/CU', ['mydlo', 'do', 'cu']],
    ['SER Z/GL', ['ser', 'z', 'gl']],
    ['MLEKO BEZLAKT.', ['mleko', 'bezlaktozowy']],
    ['MAKARON BEZGLUT.', ['makaron', 'bezglutenowy']],
    ['BEZA', ['beza']],
    ['jajko/mleko', ['jajko', 'mleko']],
  ])('%j is read as %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
