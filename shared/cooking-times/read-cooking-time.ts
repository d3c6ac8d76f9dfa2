import { fold } from '#shared/language/fold.ts';
import { COOKING_FOODS, type CookingFood, type CookingTime, type Way } from './cooking-foods.ts';

/** What is asked: a food and those of its times that are meant. */
export interface AskedCookingTime {
  readonly food: string;
  readonly times: readonly CookingTime[];
}

/** What is longer is no question. */
const MAX_CHARACTERS = 200;
const MOST_WORDS_GOING_ON = 7;
const VERBS =
  'gotow\\w*|gotuj\\w*|piec\\b|pieczenie|piecz\\w*|smaz\\w*|parz\\w*|boil\\w*|simmer\\w*|bak(?:e|ed|ing)|roast\\w*|fry|frying|fried|cook\\w*';
const ASKS = new RegExp(
  `\\b(?:ile (?:minut|czasu|trzeba)|(?:na )?ile minut|jak dlugo|ile(?: \\w+){0,4}? (?:${VERBS})|how (?:long|hot)|how many minutes|how much time|(?:cooking|boiling|baking|roasting|frying) time|(?:w )?jak\\w+ temperatur\\w*|ile stopni|what temp\\w*|oven temp\\w*|temp\\w* for)\\b`,
);
/** How long it keeps, what is there, and how much for how many is asked elsewhere. */
const ELSEWHERE =
  /\b(?:keep\w*|store|stored|last|lasts|good|fridge|freez\w*|fresh|trzyma\w*|przechow\w*|wytrzyma\w*|postoi|swiez\w*|wazn\w*|lodow\w*|zamraz\w*|zamroz\w*|delivery|shop|osob\w*|porcj\w*|people|servings?|portions?|curr(?:y|ies)|zup\w*|soup|salatk\w*|salad|stew|gulasz\w*|zapiekank\w*|casserole|pie|ciasto|cake)\b/;
const BY_WAY: readonly (readonly [Way, RegExp])[] = [
  [
    'bake',
    /\b(?:piec|pieczenie|piecz\w*|piekarnik\w*|roast\w*|bak(?:e|ed|ing)|oven|temp\w*|stopni)\b/,
  ],
  ['fry', /\b(?:smaz\w*|fry|frying|fried|patel\w*)\b/],
  ['boil', /\b(?:gotow\w*|gotuj\w*|boil\w*|simmer\w*|wrzat\w*)\b/],
];
/** `A ile mam tej gryczanej?` */
const OF_STOCK =
  /\b(?:mam|mamy|masz|jest|zosta\w*|have|has|got|left|there|kosztuj\w*|kosztowa\w*|cost|buy|kup\w*)\b/;
const OF_RECIPE =
  /\b(?:to|tego|ten|ta|te|tych|tej|it|that|this|those|recipe|przepis\w*|dish|danie)\b/;
/** `A na miękko?`, `and a soft boiled one?`, `how long do I fry it?` */
const GOES_ON =
  /^(?:a |i |to |no |and |or |what about |how about |ok |so |ile |jak dlugo |how long )/;

/**
 * The time of boiling, baking or frying a plain food that a message asks for; null for none.
 * @param besideRecipes whether recipes were offered: `how long does that chicken take?` asks of those
 */
export function readCookingTime(message: string, besideRecipes = false): AskedCookingTime | null {
  const text = textOf(message);
  if (!ASKS.test(text) || ELSEWHERE.test(text)) return null;
  if (besideRecipes && wayIn(text) === undefined && OF_RECIPE.test(text)) return null;
  const food = foodIn(text);
  return food === undefined ? null : { food: food.id, times: timesMeant(food, text) };
}

/**
 * The same of a food that was talked of, `how long do I fry it?`; behind an answer about one also of
 * another, `a jaglana?`, or in another way, `a na miękko?`
 */
export function readNextCookingTime(
  message: string,
  last: string,
  isBehindAnswer: boolean,
): AskedCookingTime | null {
  const text = textOf(message);
  if (text.split(' ').length > MOST_WORDS_GOING_ON || ELSEWHERE.test(text)) return null;
  if (!GOES_ON.test(text)) return null;
  const named = foodIn(text);
  const food = named ?? COOKING_FOODS.find(({ id }) => id === last);
  if (food === undefined) return null;
  const saysWhich =
    named !== undefined || wayIn(text) !== undefined || meantBy(food, text).length > 0;
  if (!ASKS.test(text) && !(isBehindAnswer && saysWhich && !OF_STOCK.test(text))) return null;
  return { food: food.id, times: timesMeant(food, text) };
}

/** The plain food that a message names last, `eggs for the schnitzel`; null for none. */
export function cookingFoodIn(message: string): string | null {
  const text = textOf(message);
  const named = COOKING_FOODS.flatMap(({ id, named: pattern }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ id, end: found.index + found[0].length }];
  });
  const last = Math.max(...named.map(({ end }) => end));
  return named.find(({ end }) => end === last)?.id ?? null;
}

function textOf(message: string): string {
  if (message.length > MAX_CHARACTERS) return '';
  return (fold(message).match(/[\p{L}\d]+/gu) ?? []).join(' ');
}

function foodIn(text: string): CookingFood | undefined {
  return COOKING_FOODS.find(({ named }) => named.test(text));
}

function wayIn(text: string): Way | undefined {
  return BY_WAY.find(([, pattern]) => pattern.test(text))?.[0];
}

function meantBy({ times }: CookingFood, text: string): CookingTime[] {
  return times.filter(({ meant }) => meant?.test(text));
}

/** Of the way that is asked for, else of all, those that its words mean; where none does, the usual ones. */
function timesMeant(food: CookingFood, text: string): readonly CookingTime[] {
  const way = wayIn(text);
  const ofWay = food.times.filter((time) => way === undefined || time.way === way);
  const times = ofWay.length > 0 ? ofWay : food.times;
  const meant = meantBy(food, text).filter((time) => times.includes(time));
  if (meant.length > 0) return meant;
  const usual = times.filter((time) => time.meant === null);
  return usual.length > 0 ? usual : times;
}
