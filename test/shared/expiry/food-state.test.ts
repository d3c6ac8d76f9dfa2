import { describe, expect, test } from 'vitest';
import { type FoodState, readFoodState } from '#shared/expiry/food-state.ts';
import { withoutMarks } from '#shared/language/without-marks.ts';

const states = (name: string, isBought = false) => [...readFoodState(name, isBought).states];

/** Polish adjectives in every gender, number and case; some of them are spelt alike. */
const ENDINGS = ['y', 'a', 'e', 'ego', 'ej', 'emu', 'ym', 'ą', 'ych', 'ymi'];
const STEMS: readonly [string, FoodState][] = [
  ['otwart', 'opened'],
  ['napoczęt', 'opened'],
  ['nieotwart', 'sealed'],
  ['gotowan', 'cooked'],
  ['ugotowan', 'cooked'],
  ['smażon', 'cooked'],
  ['pieczon', 'cooked'],
  ['duszon', 'cooked'],
  ['wczorajsz', 'leftover'],
  ['domow', 'homemade'],
  ['surow', 'raw'],
  ['wędzon', 'smoked'],
  ['mrożon', 'frozen'],
  ['zamrożon', 'frozen'],
  ['rozmrożon', 'thawed'],
  ['śwież', 'fresh'],
  ['suszon', 'dried'],
  ['jednodniow', 'freshJuice'],
  ['pokrojon', 'cut'],
  ['konserwow', 'canned'],
];

describe('words of state', () => {
  test('are read in every form, with and without Polish marks, before and behind the food', () => {
    const missed = STEMS.flatMap(([stem, state]) =>
      ENDINGS.map((ending) => `${stem}${ending}`)
        .flatMap((word) => [word, withoutMarks(word), word.toUpperCase()])
        .flatMap((word) => [`${word} coś`, `coś ${word}`, `coś, ${word} (x)`])
        .filter((name) => !states(name).includes(state)),
    );
    expect(missed).toEqual([]);
  });

  test.each<[string, FoodState]>([
    ['MAKRELA WĘDZ.', 'smoked'],
    ['Pierś mroż. 500g', 'frozen'],
    ['MLEKO ŚW. 3,2%', 'fresh'],
    ['SOK JEDNODN. MARCHEW', 'freshJuice'],
    ['MLEKO UHT 1L', 'uht'],
    ['KUKURYDZA KONS.', 'canned'],
    ['FASOLA PUSZ.', 'canned'],
    ['ŚLIWKI SUSZ.', 'dried'],
    ['zupa z wczoraj', 'leftover'],
    ['chicken, cooked', 'cooked'],
    ['leftovers', 'leftover'],
    ['home-made soup', 'homemade'],
    ['hard-boiled eggs', 'boiled'],
    ['raw beef', 'raw'],
    ['smoked trout', 'smoked'],
    ['frozen peas', 'frozen'],
    ['dried apricots', 'dried'],
    ['tinned tuna', 'canned'],
    ['unopened ham', 'sealed'],
    ['half an onion', 'half'],
    ['freshly squeezed juice', 'freshJuice'],
    ['long-life milk', 'uht'],
  ])('%s says %s', (name, state) => {
    expect(states(name)).toContain(state);
  });

  test.each<[string, FoodState]>([
    ['mleko nieotwarte', 'opened'],
    ['unopened milk', 'opened'],
    ['nie mrożony kurczak', 'frozen'],
    ['not frozen', 'frozen'],
    ['rozmrożony kurczak', 'frozen'],
    ['niegotowany ryż', 'cooked'],
    ['kiełbasa do smażenia', 'cooked'],
    ['ryż do gotowania', 'cooked'],
    ['uncooked rice', 'cooked'],
    ['surówka z kapusty', 'raw'],
    ['bez konserwantów', 'canned'],
    ['mrożona herbata', 'frozen'],
    ['makaron do rosołu', 'dish'],
    ['pół kilo truskawek', 'half'],
    ['baked beans', 'cooked'],
  ])('%s does not say %s', (name, state) => {
    expect(states(name)).not.toContain(state);
  });

  test('of what nobody sells are a brand’s words on a receipt', () => {
    expect(states('MAJONEZ DOMOWY', true)).toEqual([]);
    expect(states('majonez domowy')).toEqual(['homemade']);
    expect(states('MAKRELA WĘDZ.', true)).toEqual(['smoked']);
  });

  test('tell what it is without them, and how old it is', () => {
    expect(readFoodState('Gotowany ryż z wczoraj')).toMatchObject({ food: 'ryz', daysOld: 1 });
    expect(readFoodState('rosół z przedwczoraj').daysOld).toBe(2);
    expect(readFoodState('gulasz sprzed trzech dni').daysOld).toBe(3);
    expect(readFoodState('2 days old soup').daysOld).toBe(2);
    expect(readFoodState('resztki').daysOld).toBe(0);
  });
});
