import { describe, expect, test } from 'vitest';
import { forbiddenFoods } from '#functions/agents/chef/session-gate.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { readMessage } from '#shared/statements/read-message.ts';

/** A food as it stands in the nominative and accusative, in the genitive, and in the locative. */
const POLISH_FOODS = [
  ['orzechy', 'orzechów', 'orzechach'],
  ['krewetki', 'krewetek', 'krewetkach'],
  ['jajka', 'jajek', 'jajkach'],
  ['pomidory', 'pomidorów', 'pomidorach'],
  ['grzyby', 'grzybów', 'grzybach'],
] as const;
const POLISH_HAVING = [
  'mam NOM i ryż',
  'kupiłam NOM',
  'w lodówce są NOM i ryż',
  'zostały mi NOM',
  'NOM, ryż, cebula',
  'trzeba zużyć NOM',
  'zrób coś z GEN',
  'sąsiad przyniósł NOM',
  'pomysł na NOM?',
  'NOM z wczoraj',
] as const;
const POLISH_BANS = [
  'mąż ma na nie uczulenie',
  'żona ich nie je',
  'Ola po nich puchnie',
  'syn nie może ich jeść',
  'dzieci ich nie tkną',
  'NOM są zakazane dla mamy',
  'Ola nie je GEN',
  'GEN nie jemy',
  'córka jest uczulona na NOM',
  'po LOC mam wysypkę',
  'bez GEN poproszę',
  'tylko bez GEN',
  'nie dodawaj GEN',
  'NOM szkodzą tacie',
  'gość nie znosi GEN',
  'NOM odpadają',
  'lekarz zabronił mi GEN',
  'unikamy GEN',
  'GEN Kasia nie przełknie',
  'zamiast GEN coś innego',
  'NOM mnie uczulają',
  'teściowa boi się GEN',
  'ale syn uczulony',
  'ale mąż nie może',
  'tylko że Ola jest alergiczką',
  'ale to nie dla taty',
] as const;

const ENGLISH_FOODS = ['nuts', 'prawns', 'eggs', 'tomatoes', 'mushrooms'] as const;
const ENGLISH_HAVING = [
  'I have FOOD and rice',
  'we bought FOOD',
  'there are FOOD in the fridge',
  'FOOD, rice, onions',
  'use up the FOOD',
  'something with FOOD',
  'leftover FOOD and rice',
  'my neighbour gave me FOOD',
] as const;
const ENGLISH_BANS = [
  'my husband is allergic to them',
  "my wife can't eat them",
  "the kids won't touch them",
  'they make Ola swell up',
  'my son breaks out in hives from them',
  'Ola is allergic to FOOD',
  "we don't eat FOOD",
  'no FOOD please',
  'FOOD make me ill',
  'skip the FOOD',
  'the doctor told me to avoid FOOD',
  "Dad can't stand FOOD",
  'FOOD are off limits for mum',
  'without FOOD please',
  'FOOD could kill my brother',
  'but my son is allergic',
  "but Tom can't",
  "but grandma isn't allowed",
  "but don't use them",
] as const;
const JOINS = [' ale ', ', ', '. '] as const;

/** Foods of a message that the chef would cook with. */
function atHand(message: string, language: 'pl' | 'en'): string[] {
  const heard = readMessage(message, language);
  const intent = parseIntent(message, language, false, heard);
  const have = 'criteria' in intent ? intent.criteria.have : [];
  const unused = forbiddenFoods(have, [], heard.forbidden, language).map(({ food }) => food);
  return have.filter((food) => !unused.includes(food)).map(({ name }) => name);
}

/** Each having with each ban, in both orders where the ban names the food; the foods take turns. */
function messagesOf(
  foods: readonly ((frame: string) => string)[],
  havings: readonly string[],
  bans: readonly string[],
  joins: readonly string[],
): string[] {
  let turn = 0;
  const put = (frame: string) => {
    turn += 1;
    return foods[turn % foods.length]?.(frame) ?? frame;
  };
  return havings.flatMap((having) =>
    bans.flatMap((ban) => {
      const join = having.endsWith('?') ? ' ' : (joins[turn % joins.length] ?? ' ');
      const behind = put(`${having}${join}${ban}`);
      return /FOOD|NOM|GEN|LOC/.test(ban) ? [behind, put(`${ban}. ${having}`)] : [behind];
    }),
  );
}

describe('a food that a message has and forbids, in whatever order and words', () => {
  test('is never at hand in Polish', () => {
    const foods = POLISH_FOODS.map(
      ([nominative, genitive, locative]) =>
        (frame: string) =>
          frame
            .replaceAll('NOM', nominative)
            .replaceAll('GEN', genitive)
            .replaceAll('LOC', locative),
    );
    const stems = POLISH_FOODS.map(([name]) => name.slice(0, 3));
    const messages = messagesOf(foods, POLISH_HAVING, POLISH_BANS, JOINS);
    expect(messages.length).toBeGreaterThan(350);
    const taken = messages.filter((message) =>
      atHand(message, 'pl').some((name) => stems.some((stem) => name.startsWith(stem))),
    );
    expect(taken).toEqual([]);
  });

  test('is never at hand in English', () => {
    const foods = ENGLISH_FOODS.map((food) => (frame: string) => frame.replaceAll('FOOD', food));
    const joins = [' but ', ', ', '. '];
    const messages = messagesOf(foods, ENGLISH_HAVING, ENGLISH_BANS, joins);
    expect(messages.length).toBeGreaterThan(180);
    const taken = messages.filter((message) =>
      atHand(message, 'en').some((name) => !/rice|onion/.test(name)),
    );
    expect(taken).toEqual([]);
  });
});

/** Talk about anything but what somebody does not eat. */
const HARMLESS = [
  ['pl', 'dzieci wracają o 15'],
  ['pl', 'nie mam czasu'],
  ['pl', 'tylko nie za ostre'],
  ['pl', 'bez smażenia'],
  ['pl', 'nie chcę iść do sklepu'],
  ['pl', 'ale nie umiem gotować'],
  ['pl', 'mąż uwielbia kurczaka'],
  ['pl', 'nikt nie ma alergii'],
  ['pl', 'goście przychodzą o 18'],
  ['en', "don't want to go to the shop"],
  ['en', "but I can't cook"],
  ['en', 'no frying'],
  ['en', 'my wife will be late'],
  ['en', 'nobody has allergies'],
  ['en', 'not sure what to do'],
] as const;
const CHICKEN = {
  pl: ['mam kurczaka i ryż', 'kurczak, ryż, papryka', 'zrób coś z kurczaka', 'został mi kurczak'],
  en: ['I have chicken and rice', 'chicken, rice, peppers', 'use up the chicken'],
} as const;

test.each(HARMLESS)('in %s “%s” says nothing against a food that is at hand', (language, talk) => {
  for (const having of CHICKEN[language]) {
    for (const message of [`${having}, ${talk}`, `${having}. ${talk}`, `${talk}. ${having}`]) {
      const names = atHand(message, language);
      expect(names.join(), message).toMatch(/kurczak|chicken/);
    }
  }
});
