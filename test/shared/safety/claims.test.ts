import { describe, expect, test } from 'vitest';
import { allergens, table } from './allergens-in.ts';

describe('what is said to be absent', () => {
  table([
    ['chleb bez glutenu', ''],
    ['bread without gluten', ''],
    ['nie zawiera mleka ani jaj', ''],
    ['zamiast mleka', ''],
    ['zero milk', ''],
    ['bez dodatku mleka', ''],
    ['bez dodanych naturalnych białek mleka', ''],
    ['free of any added milk', ''],
    ['bez: mleka', ''],
    ['without: milk', ''],
    ['bez alergenów: mleka, jaj', ''],
    // Four words may stand in between, not five.
    ['free of any added traces of milk', ''],
    ['free of any added traces of the milk', '~milk'],
    ['nie zawiera śladów orzechów', ''],
    // Not what comes behind a comma, a bracket or the end of the sentence.
    ['without, milk', 'milk'],
    ['without (milk)', 'milk'],
    ['bez soli. Mleko', 'milk'],
    // Not what is denied twice.
    ['nie bez mleka', 'milk'],
    ['nigdy bez mleka', 'milk'],
    ['never without milk', 'milk'],
    // A negative anywhere in the clause takes an absence back.
    ['nie zawsze bez mleka', 'milk'],
    // Food that has the allergen by its own name has it all the same.
    ['masło bez mleka', 'milk'],
    ['mleko sojowe bez soi', 'soybeans'],
    ['mleko bez dodatku jaj', 'milk'],
  ]);
});

describe('a list of what is absent', () => {
  table([
    ['bez mleka i jaj', ''],
    ['bez mleka, jaj i orzechów', ''],
    ['bez soli i mleka', ''],
    ['without milk and eggs', ''],
    ['no milk, eggs or nuts', ''],
    ['free from milk, eggs and nuts', ''],
    ['free from milk, eggs, nuts and soy', ''],
    // In Polish only the genitive goes on.
    ['bez mleka i jajko', 'eggs'],
    ['bez mleka, jajko', 'eggs'],
    ['bez soli, mleko', 'milk'],
    ['bez mleka i chleb', 'gluten'],
    // In English only a list that ends in `or`, or in `and` after `free from`.
    ['no milk, eggs and butter', 'eggs milk'],
    ['without milk, eggs, nuts', 'eggs nuts ~peanuts'],
    ['free from milk, eggs, nuts', 'eggs nuts ~peanuts'],
    ['without milk, eggs, and add nuts', 'eggs nuts ~peanuts'],
    ['no milk, eggs, rice cakes or bread', 'eggs gluten'],
    // Nothing goes on behind a full stop or a bracket.
    ['bez mleka. jaj', 'eggs'],
    ['bez mleka, jaj. Orzechów', 'nuts ~peanuts'],
    ['bez mleka oraz. Jaja', 'eggs'],
    ['bez mleka. Oraz jaj', 'eggs'],
    ['bez mleka jaj', 'eggs'],
    // All words of a name must be ones that go on.
    ['no eggs or almond milk', ''],
    ['bez jaj i mleka migdałowego', 'nuts'],
    ['no milk, eggs or bread', ''],
    ['bez mleka (jaj)', 'eggs'],
    ['without milk. Add eggs', 'eggs'],
    ['free from milk. Eggs and nuts', 'eggs nuts ~peanuts'],
    ['free from milk, eggs. Or nuts', 'eggs nuts ~peanuts'],
    ['free from milk, eggs\nor nuts', 'eggs nuts ~peanuts'],
  ]);
});

describe('a negative in the same clause takes an absence back', () => {
  table([
    ['Nie ma pesto bez orzechów.', 'milk nuts ~peanuts'],
    ['Nie można pominąć śmietany.', 'milk'],
    ["You can't leave out the cream.", 'milk'],
    ["It wouldn't be right without butter.", 'milk'],
    ['Bez jajek się nie uda.', 'eggs'],
    ["Without eggs it won't set.", 'eggs'],
    ['Obejdzie się bez masła.', ''],
    ['Nie obejdzie się bez masła.', 'milk'],
    ['To nie jest bezglutenowe.', 'gluten'],
    ['Podaj z chlebem, ale bezglutenowym.', '~gluten'],
    ['Podaj z chlebem, ale bezglutenowy też jest.', 'gluten'],
    ['Podaj z chlebem, ale nie bezglutenowym.', 'gluten ~gluten'],
    // A list of absences and another clause do not.
    ['Nie zawiera mleka, bez glutenu.', ''],
    ['Nie lubię soli, więc bez masła.', ''],
    ['Nie ma w tym ani grama selera.', ''],
  ]);
});

describe('what is left out, swapped or not there yet', () => {
  table([
    ['Masło zastąp oliwą.', ''],
    ['Śmietanę zastąp jogurtem.', 'milk'],
    ['Swap the cream for tofu.', 'soybeans'],
    ['Leave the tahini out.', ''],
    ['Leave the butter out overnight.', 'milk'],
    ['Do not add the milk until it boils.', 'milk'],
    ['Contains no nuts other than almonds.', 'nuts ~peanuts'],
    ['Ran out of butter.', ''],
    ['Free from: milk, soya, sulphites', ''],
    ['Eggless and flourless.', ''],
    // An amount begins a new ingredient, and so does what comes behind a comma and goes on.
    ['bez mleka, jajek 3 sztuki', 'eggs'],
    ['bez mleka, jajek dodaj trzy', 'eggs'],
    ['bez cukru, 200 g mleka', 'milk'],
    ['no sugar, 200 g milk', 'milk'],
    ['bez świeżego mleka', ''],
    // `no` is no English word in a Polish text.
    ['no dodaj masło', 'milk'],
  ]);
});

describe('free', () => {
  table([
    ['gluten-free bread', ''],
    ['milk free', ''],
    ['nut free', ''],
    ['butter-free', ''],
    ['milk free. Range', ''],
    ['milk free, range', ''],
    ['milk, free', 'milk'],
    ['milk free of nuts', 'milk'],
    ['milk free from nuts', 'milk'],
    ['milk-free range eggs', 'eggs milk'],
    ['nuts free range', 'nuts ~peanuts'],
    ['gluten-free pasta with wheat', 'gluten'],
    ['gluten-free wheat bread', 'gluten'],
  ]);
});

describe('a word that lowers the food beside it', () => {
  const cake = 'eggs ~milk';
  const withGluten = 'eggs gluten ~milk';
  table([
    ['bezglutenowy chleb', ''],
    ['chleb bezglutenowy', ''],
    ['bezglutenowy chleb żytni', 'gluten'],
    ['chleb pszenny bezglutenowy', 'gluten'],
    ['bezglutenowe ciasto z mąki', withGluten],
    // Up to two words before the food, up to three behind it.
    ['bezglutenowe pyszne dobre ciasto', cake],
    ['bezglutenowe pyszne dobre nowe ciasto', withGluten],
    ['ciasto pyszne dobre nowe bezglutenowe', cake],
    ['ciasto pyszne dobre nowe fajne bezglutenowe', withGluten],
    // In the same clause only.
    ['bezglutenowe, pyszne ciasto', withGluten],
    ['ciasto, bezglutenowe', withGluten],
    ['ciasto z rodzynkami, bez glutenu', 'eggs ~gluten ~milk ~sulphites'],
    ['ciasto, bez glutenu będzie chleb', 'eggs gluten ~gluten ~milk'],
    ['ciasto. Bezglutenowe', withGluten],
    ['ciasto: bezglutenowe', withGluten],
    ['ciasto\nbezglutenowe', withGluten],
    ['ciasto z bezglutenowym sosem', withGluten],
    ['pasta without gluten, bread', 'gluten'],
    ['bread, pasta without gluten', 'gluten'],
    ['bread with gluten-free sausage', 'gluten ~celery ~milk ~mustard ~soybeans ~sulphites'],
    ['wegańska pizza', 'gluten'],
    ['pizza', 'gluten milk'],
    ['wegańska pizza, ser', 'gluten milk'],
    ['pizza wegańska z serem', 'gluten milk'],
  ]);

  test('in the name of one thing a comma does not part', () => {
    expect(allergens('ciasto, bezglutenowe', { whole: true })).toBe(cake);
    expect(allergens('bezglutenowe, ciasto', { whole: true })).toBe(cake);
    expect(allergens('ciasto. bezglutenowe', { whole: true })).toBe(withGluten);
  });
});

describe('traces', () => {
  table([
    ['może zawierać mleko', '~milk'],
    ['może zawierać orzechy, soję', '~nuts ~peanuts ~soybeans'],
    ['may also contain nuts and milk', '~milk ~nuts ~peanuts'],
    ['traces of nuts', '~nuts ~peanuts'],
    ['śladowe ilości orzechów', '~nuts ~peanuts'],
    ['może zawierać. soja', '~soybeans'],
    // Up to the end of the sentence, or to where it says what is in it for certain.
    ['może zawierać orzechy. Soja', 'soybeans ~nuts ~peanuts'],
    ['może zawierać orzechy\nsoja', 'soybeans ~nuts ~peanuts'],
    ['może zawierać orzechy zawiera soję', 'soybeans ~nuts ~peanuts'],
    ['może zawierać orzechy, skład: soja', 'soybeans ~nuts ~peanuts'],
    ['MLEKO MOŻE ZAWIERAĆ JAJA', 'milk ~eggs'],
  ]);
});
