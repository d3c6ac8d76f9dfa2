import { describe, expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { readFood } from '#shared/safety/read-food.ts';

/** `milk ~eggs`: what a sentence brings for certain and, after `~`, perhaps. */
function read(text: string, language: 'pl' | 'en', whole = false): string {
  const { findings } = readFood(text, { language, whole });
  const at = (level: string) =>
    ALLERGENS.filter((code) =>
      findings.some((found) => found.substance === code && found.level === level),
    );
  const sure = at('contains');
  const perhaps = at('may-contain').filter((code) => !sure.includes(code));
  return [...sure, ...perhaps.map((code) => `~${code}`)].join(' ');
}

describe('in English', () => {
  test.each([
    ['This olive oil is better than butter.', ''],
    ['Thicker than cream and lighter than butter.', ''],
    ['Nothing is better than butter here.', 'milk'],
    ['Other than butter, nothing goes in.', 'milk'],
    ['Use fewer than two eggs.', 'eggs'],
    ['Use more milk than water.', 'milk'],
    ['The original has cream.', '~milk'],
    ['The original has cream, but I use milk.', 'milk'],
    ['Skip the celery, nobody will notice.', ''],
    ['Skip the celery and nobody eats it.', 'celery'],
    ['The sole of my shoe is worn.', ''],
    ['Fry the sole in oil.', 'fish'],
    ['It warms the cockles of my heart.', ''],
    ['Cockles and artichoke hearts.', 'molluscs'],
    ['Flake it over the rice.', ''],
    ['A walnut of butter.', 'milk'],
    ['Pancakes from lupin flour and water.', 'lupin ~gluten ~eggs ~milk'],
    ['Lupin flour pancakes.', 'lupin ~eggs ~milk'],
    ['Pancakes from rice flour and wheat flour.', 'gluten eggs milk'],
  ])('%j brings %j', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });
});

describe('in Polish', () => {
  test.each([
    ['Lepsze niż masło: smalec.', ''],
    ['Sos gęstszy od śmietany.', ''],
    ['Nie ma nic lepszego od masła.', 'milk'],
    ['Zawsze od mleka zaczynam.', 'milk'],
    ['Mleko nasze od krowy.', 'milk'],
    ['W oryginale jest śmietana.', '~milk'],
    ['W oryginale jest śmietana, ja daję mleko.', 'milk'],
    ['Seler pomiń, nikt nie zauważy.', ''],
    ['Weź śledzie i młotek.', ''],
    ['Pod namiotem zjedliśmy śledzie.', 'fish'],
    ['Wbij jajka i śledzie pokrój.', 'eggs fish'],
    ['Migdałki wycięli mu w marcu.', ''],
    ['Po szpitalu zjadł migdałki.', 'nuts'],
    ['Sezamie, otwórz się!', ''],
    ['Otwórz paczkę i obtocz w sezamie.', 'sesame'],
    ['Przyszła pani Śmietana.', ''],
    ['Dla pani Sernik.', 'eggs milk ~gluten'],
    ['Naleśniki z mąki łubinowej.', 'lupin ~eggs ~milk'],
    ['Naleśniki usmażyłam z mąki ryżowej.', '~gluten ~eggs ~milk'],
    ['Naleśniki z mąki ryżowej i mąki pszennej.', 'gluten ~eggs ~milk'],
  ])('%j brings %j', (text, expected) => {
    expect(read(text, 'pl')).toBe(expected);
  });
});

test('a claim beside a food settles what it only may have', () => {
  expect(read('margaryna', 'pl', true)).toContain('~milk');
  expect(read('margaryna wolna od mleka', 'pl', true)).toBe('~soybeans');
});

describe('on packs and tills', () => {
  test.each([
    ['makaron świderki BG', ''],
    ['PŁ.OWS.GÓR.500', 'gluten'],
    ['MUSZT STOŁ 180G', 'mustard'],
    ['BUŁ.KAJZ. 6SZT', 'gluten'],
    ['S0S SOJOWY 150ML', 'gluten soybeans'],
    ['J4JA L 10SZT', 'eggs'],
    ['kawa x4szt', ''],
  ])('%j surely brings %j', (text, expected) => {
    const sure = read(text, 'pl', true)
      .split(' ')
      .filter((code) => !code.startsWith('~'));
    expect(sure.join(' ')).toBe(expected);
  });
});
