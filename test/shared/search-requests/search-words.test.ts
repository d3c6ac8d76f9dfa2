import { expect, test } from 'vitest';
import {
  goesOnWithSearch,
  kindAsked,
  languageAsked,
  searchWords,
  startsSearch,
} from '#shared/search-requests/search-words.ts';

test.each([
  ['znajdź przepis na żurek na zakwasie', 'żurek zakwasie'],
  ['co to w ogóle jest ta jicama', 'jicama'],
  ['poszukaj w internecie ile kofeiny ma yerba mate', 'kofeiny yerba mate'],
  ['find me vegan curry recipes under 30 minutes', 'curry'],
  ['szukam przepisu na pierogi bez mięsa', 'pierogi'],
  ['100 fahrenheita ile to stopni', '100 fahrenheita stopni'],
  ['co zawiera E202', 'co zawiera E202'],
  ['tylko wegańskie', ''],
])('of “%s” is looked for: “%s”', (message, words) => {
  expect(searchWords(message)).toBe(words);
});

test.each([
  'tylko wegańskie',
  'a po angielsku?',
  'ten drugi',
  'under 30 minutes',
  'bez mleka kokosowego',
])('“%s” goes on with a search', (message) => expect(goesOnWithSearch(message)).toBe(true));

test.each(['tak', 'dzięki', 'ile mam mleka?', 'no dobra', 'zużyłam 2 jajka'])(
  '“%s” does not',
  (message) => expect(goesOnWithSearch(message)).toBe(false),
);

test('a recipe and a fact are told apart, and where the language is named', () => {
  expect(kindAsked('recipe for shakshuka')).toBe('recipe');
  expect(kindAsked('skąd pochodzi kuskus')).toBe('fact');
  expect(kindAsked('dubajska czekolada')).toBeNull();
  expect(languageAsked('a po polsku?')).toBe('pl');
  expect(languageAsked('in English please')).toBe('en');
  expect(languageAsked('polish sausage')).toBe('pl');
  expect(startsSearch('no to znajdź coś z dyni')).toBe(true);
  expect(startsSearch('mam dynię i sól, znajdź coś')).toBe(false);
});
