import { describe, expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';

type Options = Parameters<typeof readFood>[1];

/** The allergens a text is read to have, `~` before what it may have. */
function allergens(text: string, options?: Options): string {
  const known: readonly string[] = ALLERGENS;
  const found = readFood(text, options).findings.filter(({ substance }) =>
    known.includes(substance),
  );
  const codes = found.map(({ substance, level }) =>
    level === 'contains' ? substance : `~${substance}`,
  );
  return [...new Set(codes)].sort().join(' ');
}

function table(rows: readonly (readonly [text: string, expected: string])[], options?: Options) {
  test.each(rows)('%j: %s', (text, expected) => {
    expect(allergens(text, options)).toBe(expected);
  });
}

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
    ['nie zawsze bez mleka', ''],
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
    ['no milk, eggs, bread or nuts', 'eggs gluten nuts ~peanuts'],
    // Nothing goes on behind a full stop or a bracket.
    ['bez mleka. jaj', 'eggs'],
    ['bez mleka, jaj. Orzechów', 'nuts ~peanuts'],
    ['bez mleka oraz. Jaja', 'eggs'],
    ['bez mleka. Oraz jaj', 'eggs'],
    ['bez mleka jaj', 'eggs'],
    // All words of a name must be ones that go on.
    ['no eggs or almond milk', 'nuts'],
    ['bez jaj i mleka migdałowego', 'nuts'],
    ['no milk, eggs or bread', 'eggs gluten'],
    ['bez mleka (jaj)', 'eggs'],
    ['without milk. Add eggs', 'eggs'],
    ['free from milk. Eggs and nuts', 'eggs nuts ~peanuts'],
    ['free from milk, eggs. Or nuts', 'eggs nuts ~peanuts'],
    ['free from milk, eggs\nor nuts', 'eggs nuts ~peanuts'],
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
  const cake = 'eggs ~milk ~nuts ~soybeans';
  const withGluten = 'eggs gluten ~milk ~nuts ~soybeans';
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
    ['ciasto. Bezglutenowe', withGluten],
    ['ciasto: bezglutenowe', withGluten],
    ['ciasto\nbezglutenowe', withGluten],
    ['ciasto z bezglutenowym sosem', withGluten],
    ['pasta without gluten, bread', 'gluten'],
    ['bread, pasta without gluten', 'gluten'],
    ['bread with gluten-free sausage', 'gluten ~gluten'],
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

describe('compounds', () => {
  table([
    ['mleko kokosowe', ''],
    ['kokosowe mleko', ''],
    ['mleko świeże kokosowe', ''],
    ['mleko sojowe', 'soybeans'],
    ['sojowe mleko', 'soybeans'],
    ['mleko w proszku', 'milk'],
    ['masło orzechowe', 'peanuts ~nuts'],
    ['masło drobno orzechowe', 'peanuts ~nuts'],
    ['masło, orzechowe', 'milk nuts ~peanuts'],
    ['masło i orzechowe', 'milk nuts ~peanuts'],
    ['mleko. kokosowe', 'milk'],
    ['MLEKO. KOKOSOWE', 'milk'],
    ['plant based milk', '~gluten ~nuts ~soybeans'],
    ['alcohol free beer', 'gluten'],
    ['jajko/mleko', 'eggs milk'],
    ['E 1105', 'eggs'],
    ['lecytyna', '~eggs ~soybeans'],
  ]);
});

describe('words that a till has cut', () => {
  table([
    ['MAKAR.', 'gluten'],
    ['MAKAR', 'gluten'],
    ['MA.', ''],
    ['MAKAR. JAJECZNY', 'eggs gluten'],
    ['makar. jajeczny', 'eggs gluten'],
    ['CZEK. MLECZ.', '~milk ~nuts ~soybeans'],
    ['2MAKAR', 'gluten'],
    ['MAKAR. 500G', 'gluten'],
    ['JOG. NAT', 'milk'],
    ['Jog. naturalny', 'milk'],
    ['majon. kielecki', 'eggs mustard'],
    // What only some of the words that begin so have, it may have.
    ['ŚMIE', '~milk'],
    ['ŚMI', ''],
    ['śm. ukwaszona', ''],
  ]);
});

describe('words that nobody knows', () => {
  table([
    ['śmietankowoserowy', 'milk'],
    ['mlecznoorzechowy', 'milk nuts'],
    ['pszennożytni', 'gluten'],
    ['xyzzit', ''],
  ]);
});

describe('a word of both languages', () => {
  table([
    ['make', 'gluten'],
    ['dodaj make', 'gluten'],
    ['łyżka make', 'gluten'],
    ['zażółć make', 'gluten'],
    ['add the make', ''],
    ['cup of make', ''],
    ['Add the mąkę', 'gluten'],
  ]);

  test('is read in the language that is known', () => {
    expect(allergens('make', { language: 'pl' })).toBe('gluten');
    expect(allergens('make', { language: 'en' })).toBe('');
    expect(allergens('mąkę', { language: 'en' })).toBe('gluten');
    expect(allergens('dodaj make', { language: 'en' })).toBe('');
  });
});

test('what is too ambiguous for prose is meant when it is all there is', () => {
  expect(allergens('sola', { whole: true })).toBe('fish');
  expect(allergens('sola')).toBe('');
  expect(allergens('sola świeża', { whole: true })).toBe('');
  expect(allergens('dobra sola', { whole: true })).toBe('');
});

test('a finding says which words it was read from', () => {
  const { findings, named } = readFood('Dodaj mleko i masło orzechowe.');
  expect(
    findings.map(({ substance, words, start, end }) => [substance, words, start, end]),
  ).toEqual(
    expect.arrayContaining([
      ['milk', 'mleko', 6, 11],
      ['peanuts', 'masło orzechowe', 14, 29],
    ]),
  );
  expect(named.some(({ traces }) => traces)).toBe(false);
  expect(readFood('może zawierać mleko').named.every(({ traces }) => traces)).toBe(true);
  expect(readFood('bez mleka').named).toEqual([]);
});

test('food is known when a word of it is food, not when it says too little', () => {
  expect(readFood('pomidory').known).toBe(true);
  expect(readFood('bez mleka').known).toBe(true);
  expect(readFood('sos').known).toBe(false);
  expect(readFood('xyzzit').known).toBe(false);
  expect(readFood('').known).toBe(false);
});

test('without lactose is not without milk, unless both are absent', () => {
  expect(allergens('jogurt bez laktozy')).toBe('milk');
  expect(readFood('jogurt bez laktozy').lactoseFree).toBe(true);
  expect(readFood('jogurt').lactoseFree).toBe(false);
  expect(readFood('jogurt z laktozą').lactoseFree).toBe(false);
  expect(readFood('jogurt bez glutenu').lactoseFree).toBe(false);
  expect(allergens('free from lactose and milk')).toBe('');
  expect(allergens('bez mleka i laktozy')).toBe('');
  expect(allergens('bez glutenu i laktozy')).toBe('milk');
});
