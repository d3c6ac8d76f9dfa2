import { expect, test } from 'vitest';
import { keyOfName } from '#shared/language/key-of-name.ts';
import { matchesSearch } from '#shared/language/search.ts';
import { NAMELESS, namesOfAllAlphabets } from '#test/support/unicode-names.ts';

test.each([
  ['mąki pszennej', 'Mąka pszenna'],
  ['śliwki suszone', 'suszonych śliwek'],
  ['Coca-Cola®', 'coca cola'],
  ['s\u0301ledz\u0301', 'śledź'],
  ['☕️', '☕'],
  ['7 %', '7%'],
  ['МОЛОКО', 'молоко'],
  ['カ\u3099キ', 'ガキ'],
])('%s and %s are one name', (one, other) => {
  expect(keyOfName(one, 'pl')).not.toBeNull();
  expect(keyOfName(one, 'pl')).toBe(keyOfName(other, 'pl'));
});

test.each([
  ['🥚', '🥛'],
  ['🥚', '🥚🥚'],
  ['zupa 🍅', 'zupa 🥕'],
  ['zupa 🍅', 'zupa'],
  ['👩‍👦', '👩👦'],
  ['🇵🇱', '🇩🇪'],
  ['1️⃣', '2️⃣'],
  ['7%', '8%'],
  ['7%', '7'],
  ['1/2', '12'],
  ['दूध', 'दिध'],
  ['カキ', 'ガキ'],
  ['чай', 'чаи'],
  ['Молоко ABC', 'Кефир ABC'],
])('%s and %s are two', (one, other) => {
  expect(keyOfName(one, 'pl')).not.toBe(keyOfName(other, 'pl'));
});

test.each(NAMELESS)('%j has no key and answers no search', (name) => {
  expect(keyOfName(name, 'pl')).toBeNull();
  expect(keyOfName(name, 'en')).toBeNull();
  if (name.trim() !== '') expect(matchesSearch('50 % ! mleko...', name)).toBe(false);
});

test('names of all alphabets and joined pictures have a key of their own, in both languages', () => {
  const names = namesOfAllAlphabets(11, 4000);
  for (const language of ['pl', 'en'] as const) {
    const keys = names.map((name) => keyOfName(name, language));
    expect(keys).not.toContain(null);
    const same = names.filter((_, at) => keys.indexOf(keys[at] ?? null) !== at);
    expect(same).toEqual([]);
  }
});
