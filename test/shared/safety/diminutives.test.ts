import { expect, test } from 'vitest';
import { wordsOfDiminutive } from '#shared/safety/diminutives.ts';
import { table } from './allergens-in.ts';

table([
  ['Hummusik schodzi szybciej, niż nadążam kręcić.', 'sesame'],
  ['Zrób mi omlecika ze szczypiorkiem.', 'eggs ~milk'],
  ['Usmaż krewetunie z czosnkiem.', 'crustaceans'],
  ['Na kolację łososik z pieca.', 'fish'],
  ['Babcia niosła sandaczyka.', 'fish'],
  ['Podgrzej mleczusio.', 'milk'],
  ['Kup chlebusia.', 'gluten'],
  ['Dorzuć masełeczka.', 'milk'],
]);

// What only ends like one, or is small and no food.
table([
  ['To klasyk, bez ryzyka.', ''],
  ['Rozłóż serwetkę na obrusie.', ''],
  ['Maluszek wziął kubeczek i szklaneczkę.', ''],
  ['Jurek Owsiak gra, a my dusimy paprykę z cukinią.', ''],
  ['Do koszyczka wstaw baranka.', ''],
]);

test('a short word is no diminutive of a shorter one', () => {
  for (const word of ['rybik', 'jajka', 'serek', 'sosik', 'makus']) {
    expect(wordsOfDiminutive(word), word).toEqual([]);
  }
});
