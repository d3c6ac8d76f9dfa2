import { readCookingTime } from '#shared/cooking-times/read-cooking-time.ts';
import { fold } from '#shared/language/fold.ts';
import type { Equipment, Language, Meal } from '#shared/recipes/model/recipe.ts';
import { isSameFood } from '#shared/statements/foods-in.ts';
import type { MessageScanner } from '#shared/statements/message-scanner.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { type ReadMessage, readMessage } from '#shared/statements/read-message.ts';
import type { Criteria, Intent, OfferNumber } from './criteria.ts';
import { dietAsked } from './diet-asked.ts';
import { foodsLeftOut } from './left-out.ts';
import { readDetail, readStandIn } from './read-aside.ts';
import { foodsOf, readHave } from './read-foods.ts';
import { readMinutes, readPeople } from './read-numbers.ts';

const LACKS =
  "(?:bez|nie mam|without|no|not using|don'?t have) (?:uzycia |wlaczania |an? |the |any |using (?:an? |the )?)?";
const EQUIPMENT: readonly (readonly [Equipment, RegExp])[] = [
  [
    'oven',
    new RegExp(
      `\\b${LACKS}(?:piekarnik\\w*|oven)|\\bpiekarnik\\w* (?:mi )?(?:sie )?(?:nie|zepsu)\\w*(?: dziala)?|\\bbez pieczenia|\\bno[- ]bake|\\boven is broken|\\bbroken oven`,
    ),
  ],
  ['blender', new RegExp(`\\b${LACKS}(?:blender\\w*|food processor)`)],
  ['mixer', new RegExp(`\\b${LACKS}(?:mikser\\w*|mixer)`)],
  ['grill', new RegExp(`\\b${LACKS}grill\\w*`)],
  ['pressure-cooker', new RegExp(`\\b${LACKS}(?:szybkowar\\w*|pressure cooker)`)],
];
const MEAL: readonly (readonly [Meal, RegExp])[] = [
  ['breakfast', /\b(?:na )?(?:sniadan\w+|breakfast|brunch)\b/],
  [
    'dessert',
    /\b(?:na )?(?:deser\w*|dessert|podwieczor\w+|(?:cos )?(?:na )?slodk\w+|(?:something )?sweet)\b/,
  ],
  ['snack', /\b(?:na )?(?:przekask\w+|snacks?|starter|przystawk\w+)\b/],
  ['dinner', /\b(?:na )?(?:kolacj\w+|dinner|supper|wieczor\w*)\b/],
  ['lunch', /\b(?:na )?(?:obiad\w*|lunch\w*|drugie danie)\b/],
];
const EXPIRING =
  /\b(?:(?:co |ktore )?(?:sie )?(?:psuj\w+|konczy\w*|zepsuj\w+)(?: sie)?|do zuzycia|zuzyc\w*|wykorzysta\w+|zanim sie zepsuj\w+|resztk\w+|leftovers?|use up|expir\w+|going off|go(?:es|ing)? bad|spoil\w*|przetermin\w+|termin\w*)\b/;
const ORDINAL: readonly (readonly [number, RegExp])[] = [
  [
    1,
    /\b(?:pierwsz\w+|jedynk\w+|first|1st|(?:nr|numer|number|no\.?|opcj\w+|option) ?(?:1|one|jeden))\b|^1[.)]?$/,
  ],
  [
    2,
    /\b(?:drug\w+|dwojk\w+|second|2nd|(?:nr|numer|number|no\.?|opcj\w+|option) ?(?:2|two|dwa))\b|^2[.)]?$/,
  ],
  [
    3,
    /\b(?:trzeci\w*|trojk\w+|third|3rd|last|ostatni\w*|(?:nr|numer|number|no\.?|opcj\w+|option) ?(?:3|three|trzy))\b|^3[.)]?$/,
  ],
];
const COOK =
  /\b(?:gotuj[eę]\w*|ugotuje\w*|zrobie|robie|robimy|zrobimy|ugotowal\w+|zrobil\w+|upiekl\w+|biore|bierzemy|(?:i'?ll|i will|let'?s|we'?ll|i want to) (?:cook|make|take|do|go with)|i (?:cooked|made|am cooking)|i'?m (?:cooking|making)|cook (?:it|this|that|the))\b/;
const SHOW =
  /\b(?:pokaz\w*|jak (?:to |sie to |go |ja |je )?(?:zrobic|robi|ugotowac|przygotowac|przyrzadzic)|krok\w*|szczegol\w+|(?:podaj|daj|dawaj|wrzuc|chce|poprosze|caly|pelny|ten|tamten) (?:mi )?(?:ten |tamten |caly )?przepis\w*|show|how (?:do|to|can|is)|(?:full |the )?recipe|steps|details|instructions|tell me more|wiecej)\b/;
const SUBSTITUTE =
  /\b(?:czym (?:moge |mozna |by )?(?:to )?zastapi\w+|co (?:dac |uzyc |moge dac |wziac )?zamiast|zamiennik\w*|zamiast|nie mam|brakuje mi|skonczyl\w* (?:mi )?sie|what (?:can i use |to use |could i use |do i use )?instead of|instead of|(?:a )?substitutes? for|replace(?:ment for)?|swap|i (?:don'?t|do not) have(?: any)?|(?:i'?m |i am |we are )?out of) ([a-z][a-z '-]{1,50})/;
const VEGANISE =
  /\b(?:wersj\w+|zrob\w*|przerob\w*|zamien\w*|zweganizuj|make (?:it|this|that)|turn (?:it|this)|version|vegani[sz]e)\b/;
/** `For six people, how much do I need?` wants the amounts, and is cooked later. */
const HOW_MUCH =
  /\b(?:ile (?:tego |czego |wtedy |ich )*(?:mi )?(?:trzeba|potrzeb\w*|bede potrzebowa\w*)|how much (?:of (?:it|everything|each) )?(?:do|will|would|should) (?:i|we) (?:need|use|buy|take)|what amounts?)\b/;
const OF_OFFER =
  /\b(?:to|tego|ten|ta|te|tych|tej|tym|it|that|this|those|recipe|przepis\w*|dish|danie|wracajac|back to)\b/;
const FOLLOWS =
  /^(?:a |ale |tylko |jednak |and |but |what about |how about |a moze |moze |ok |okej |okay |no to |now |or |albo |co )/;
const ASKS =
  /\b(?:co (?:by |moge |mozna |mam |dzis |dzisiaj )*(?:zrobic|ugotowac|zjesc|upiec|jesc|przygotowac|na)|ugotowa\w+|gotowa\w+|upiec|przepis\w*|zaproponuj\w*|polec\w*|pomysl\w*|propozycj\w+|glodn\w+|jedzeni\w+|what (?:can|should|could|to|shall|do) (?:i |we )*(?:cook|make|eat|bake|have)|what['’ ]?i?s for (?:breakfast|lunch|dinner|supper|tea)|cook|recipes?|suggest\w*|ideas?|hungry|meals?|something to eat|cos (?:do jedzenia|dobrego|szybkiego|lekkiego|cieplego))\b/;

/**
 * What a message asks the chef for, by rules alone.
 * @param follows whether recipes were offered before, so that `druga` or `a bez cebuli?` mean something
 * @param heard what it says of foods, which is read before
 */
export function parseIntent(
  message: string,
  language: Language,
  follows: boolean,
  heard: ReadMessage = readMessage(message, language),
): Intent {
  const { scanner } = heard;
  const { whole } = scanner;
  const asks = ASKS.test(whole);
  if (follows && VEGANISE.test(whole) && /\b(?:wegans|vegan|vegani[sz]e|zweganizuj)/.test(whole)) {
    return { act: 'veganise', which: readOfferNumber(scanner) };
  }
  const withoutEquipment = EQUIPMENT.flatMap(([food, pattern]) =>
    scanner.has(pattern) ? [food] : [],
  );
  if (
    follows &&
    !/\b(?:mam|have) (?!.*(?:nie mam|don'?t have))/.test(
      whole.replace(/nie mam|don'?t have|do not have/g, ''),
    )
  ) {
    const wanted = SUBSTITUTE.exec(whole)?.[1];
    const food = wanted === undefined ? undefined : foodsOf(wanted, language)[0];
    if (food !== undefined)
      return { act: 'substitute', which: readOfferNumber(scanner), thing: food };
  }
  const standIn = follows ? undefined : readStandIn(scanner, language);
  if (standIn !== undefined) return { act: 'stand-in', thing: standIn };
  const time = readCookingTime(whole, follows);
  if (time !== null) return { act: 'cooking-time', asked: time };
  const diet = dietAsked(heard);
  const minutes = readMinutes(scanner);
  const people = readPeople(scanner);
  const meal = MEAL.find(([, pattern]) => scanner.has(pattern))?.[0] ?? null;
  const useExpiring = scanner.has(EXPIRING);
  const without = foodsLeftOut(heard);
  const which = readOfferNumber(scanner);
  const { have: named, dish } = readHave(scanner, language);
  const detail = readDetail(whole);
  // Of a food that is named, another recipe may be meant; `that` is the one that was offered.
  if (
    follows &&
    detail !== undefined &&
    (![...named, ...heard.unclear].some(isOtherFood) || OF_OFFER.test(whole))
  )
    return { act: detail, which };
  if (follows && HOW_MUCH.test(whole)) return { act: 'show', which, people };
  if (follows && detail !== 'duration' && COOK.test(whole)) return { act: 'cook', which, people };
  const limits =
    diet !== null ||
    minutes !== null ||
    meal !== null ||
    without.length > 0 ||
    withoutEquipment.length > 0;
  if (follows && (which !== null || (SHOW.test(whole) && !limits)))
    return { act: 'show', which, people };
  // `Mam mleko. Mleka nie wiem, czy użyć`: what is asked about in one place is not at hand in another.
  const elsewhere = [...heard.unclear, ...heard.outOfStock];
  const have = named.filter((food) => !elsewhere.some((one) => isSameFood(one, food)));
  const criteria: Criteria = {
    have,
    without,
    minutes,
    people,
    diet,
    meal,
    withoutEquipment,
    useExpiring,
    dish,
  };
  if (!follows && detail === 'duration' && (have.length > 0 || dish !== null))
    return { act: 'durations', criteria };
  const hasCriteria = limits || people !== null || useExpiring || have.length > 0 || dish !== null;
  if (
    follows &&
    hasCriteria &&
    (FOLLOWS.test(whole) || (!asks && have.length === 0 && dish === null))
  ) {
    return { act: 'refine', criteria };
  }
  return hasCriteria || asks ? { act: 'suggest', criteria } : { act: 'unknown' };
}

const OF_DETAIL =
  /(?:^| )(?:porcj|serving|portion|bialk|protein|tluszcz|fat$|cukr|sugar|kalori|calorie|plate|talerz)/;

/** `Białka` are whites of eggs, and what a dish has of protein. */
function isOtherFood({ name }: NamedFood): boolean {
  return !OF_DETAIL.test(fold(name));
}

function readOfferNumber(scanner: MessageScanner): OfferNumber {
  return ORDINAL.find(([, pattern]) => scanner.has(pattern))?.[0] ?? null;
}
