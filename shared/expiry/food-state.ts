import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { foldedWords } from '#shared/language/fold.ts';

/** What a name says was done to the food, in the order in which a rule is looked for. */
const STATES = [
  'thawed',
  'dried',
  'raw',
  'freshJuice',
  'homemade',
  'jarred',
  'canned',
  'uht',
  'boiled',
  'cooked',
  'dish',
  'smoked',
  'half',
  'cut',
  'eggParts',
  'fresh',
] as const;
/** What changes a span but chooses no rule. */
const CONDITIONS = ['frozen', 'opened', 'sealed', 'leftover'] as const;

export type RuleState = (typeof STATES)[number];
export type FoodState = RuleState | (typeof CONDITIONS)[number];
export const RULE_STATES: readonly RuleState[] = STATES;

/** What nobody sells: these words are a brand's on a receipt (`MAJONEZ DOMOWY`). */
const NEVER_BOUGHT: ReadonlySet<FoodState> = new Set([
  'homemade',
  'leftover',
  'opened',
  'dish',
  'half',
  'thawed',
]);

export interface NamedState {
  readonly states: ReadonlySet<FoodState>;
  /** Days that it is old already: yesterday's soup is one. */
  readonly daysOld: number;
  /** The name without the words that say its state: what it is. */
  readonly food: string;
}

const Words = z.record(z.enum([...STATES, ...CONDITIONS]), z.array(z.string()));

/** Polish adjectives and participles, in every case, number and gender, without marks. */
const ADJECTIVE = '(?:y|a|e|i|ego|ej|emu|ym|ymi|ych)';
/** Iced drinks are poured over ice, not frozen. */
const ICED = / (?:herbat|kaw|latte|frappe|yerba|czekolad|coffee|tea)/;
/** Names keep these words: without them they would be another product's. */
const KEPT_IN_NAME: ReadonlySet<FoodState> = new Set(['dish', 'eggParts', 'homemade']);

let patterns: ReadonlyMap<FoodState, RegExp> | undefined;

/** Folded words with a blank on both sides, so that a word is never found within another. */
function byState(): ReadonlyMap<FoodState, RegExp> {
  if (patterns === undefined) {
    const words = Words.parse(readBeside('./data/state-words.json', import.meta.url));
    patterns = new Map(
      [...STATES, ...CONDITIONS].map((state) => {
        const any = words[state].map((word) => word.replaceAll('@', ADJECTIVE)).join('|');
        return [
          state,
          new RegExp(`(?<! (?:nie|not|non|bez|no|do|na|for|ready to)) (?:${any})(?= )`, 'g'),
        ];
      }),
    );
  }
  return patterns;
}

/**
 * Reads from a name, in Polish or English, with or without Polish marks, what was done to the food:
 * `Makrela wędz.` is smoked, `nieotwarte mleko UHT` is sealed and keeps in a pantry.
 * @param isBought whether a till printed the name, which sells nothing opened or left over
 */
export function readFoodState(name: string, isBought = false): NamedState {
  const text = ` ${foldedWords(name.slice(0, 200)).join(' ')} `;
  const states = new Set<FoodState>();
  let food = text;
  for (const [state, pattern] of byState()) {
    if (isBought && NEVER_BOUGHT.has(state)) continue;
    if (state === 'frozen' && ICED.test(text)) continue;
    if (text.search(pattern) === -1) continue;
    states.add(state);
    if (!KEPT_IN_NAME.has(state)) food = food.replace(pattern, ' ');
  }
  return { states, daysOld: states.has('leftover') ? daysOld(text) : 0, food: food.trim() };
}

const NUMBERS = new Map(
  'jednego one dwoch two trzech three czterech four pieciu five szesciu six siedmiu seven'
    .split(' ')
    .map((word, index) => [word, Math.floor(index / 2) + 1]),
);

function daysOld(text: string): number {
  if (/ przedwczoraj/.test(text)) return 2;
  const counted = / sprzed (\w+) dni | (\w+) days? old /.exec(text);
  const word = counted?.[1] ?? counted?.[2];
  if (word !== undefined) return NUMBERS.get(word) ?? (Number.parseInt(word, 10) || 1);
  return / (?:wczoraj|yesterday|last night|day old)/.test(text) ? 1 : 0;
}
