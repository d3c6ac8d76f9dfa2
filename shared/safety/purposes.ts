import mentions from './data/mentions.json' with { type: 'json' };
import { FUNCTION_WORDS } from './function-words.ts';
import type { Language } from './lexicon-row.ts';
import type { Joins } from './mention-reach.ts';
import { gapAt, wordAt } from './sentences.ts';
import { foldedWords, foldWord, type Token } from './tokens.ts';

/** What a preposition says of the food behind it. */
export interface Purpose {
  /** It may be meant all the same: `dodaj mieszankę do mleka`, `przepis na sernik`. */
  readonly doubtful: boolean;
  readonly joins: Joins;
}

const TOOLS = mentions.tools.map(foldWord);
const NOT_TOOLS = mentions.notTools.map(foldWord);
const CONTAINERS = mentions.containers.map(foldWord);
const PUTS = mentions.puts.map(foldWord);
const WISHES = mentions.wishes.map(foldWord);
/** `the pan for the eggs should be hot`: they will be in it. */
const VESSELS = ['pan', 'dish', 'patel', 'rondel', 'garn'];
const USUALLY = foldedWords(mentions.usually);
const FOR = foldedWords(mentions.for);
const PUT_REACH = 5;
/** `na maśle` says what it is fried in, `na masło` what a dish is for. */
const LOCATIVE = /(?:u|[^n]ie|le|rze|ce|dze|ach|ech|ej|[yi]m)$/;

/**
 * Whether the word here says what something is for (`przyprawa do ryb`, `seasoning for fish`) or what a tool
 * works on or has held (`nóż do sera`, `karton po mleku`); null where it says no such thing.
 */
export function purposeAt(
  tokens: readonly Token[],
  at: number,
  { whole, language }: { readonly whole: boolean; readonly language: Language | null },
): Purpose | null {
  const [word, gap] = [wordAt(tokens, at), gapAt(tokens, at)];
  if (gap !== 'joined' && gap !== 'bracket') return null;
  const isTool = (reach: number) => hasBefore(tokens, at, TOOLS, reach);
  const isContainer = hasBefore(tokens, at, CONTAINERS, 1);
  const surely = (joins: Joins): Purpose => ({ doubtful: false, joins });
  if (/^(?:na|for)$/.test(word) && !whole && hasBefore(tokens, at, WISHES, 1)) {
    return { doubtful: true, joins: 'none' };
  }
  if (word === 'for') {
    const isMeant = language !== 'pl' && (whole || isTool(2)) && !hasNone(tokens, at, whole);
    if (!isMeant) return null;
    const doubtful = isPutInto(tokens, at) || (!whole && hasBefore(tokens, at, VESSELS, 2));
    return { doubtful, joins: isTool(2) ? 'foods' : 'none' };
  }
  if (word === 'po') return isContainer ? surely('genitives') : null;
  if (word === 'na') {
    const isFor = !LOCATIVE.test(tokens[at + 1]?.letters ?? '');
    return isFor && (isTool(1) || isContainer) ? surely('genitives') : null;
  }
  if (!FOR.has(word) || language === 'en') return null;
  if (whole) return hasWordBefore(tokens, at) ? surely('genitives') : null;
  const doubtful = isPutInto(tokens, at) || hasBefore(tokens, at, VESSELS, 1);
  return isTool(2) ? { doubtful, joins: 'genitives' } : null;
}

/** `garnek, w którym zwykle gotujesz mleko`, `the pan you usually boil milk in` */
export function isUsualUse(tokens: readonly Token[], at: number): boolean {
  if (!USUALLY.has(wordAt(tokens, at)) || gapAt(tokens, at + 1) !== 'joined') return false;
  const before = tokens.slice(Math.max(0, at - 4), at).map(({ word }) => word);
  const isRelative = before.some((word) => /^(?:ktor|you$|we$|i$)/.test(word));
  const isOfTool = before.some((word) => startsLike(word, TOOLS));
  const behind = tokens.slice(at + 2, at + 6).map(({ word }) => word);
  const comesBack = before.some((word) => word.startsWith('ktor')) || behind.includes('in');
  return isRelative && isOfTool && comesBack;
}

/** `there is no substitute for butter`: it has to be butter. */
function hasNone(tokens: readonly Token[], at: number, whole: boolean): boolean {
  const substitute = /^(?:substitut|replacement|alternative|stand)/.test(wordAt(tokens, at - 1));
  const isNone = [at - 2, at - 3].some((back) => /^not?$/.test(wordAt(tokens, back)));
  return !whole && substitute && isNone;
}

/** `wsyp przyprawy do mąki`: the seasoning is for flour, or the flour is there. */
function isPutInto(tokens: readonly Token[], at: number): boolean {
  return hasBefore(tokens, at - 1, PUTS, PUT_REACH - 1);
}

/** Something to be for: amounts alone are not. */
function hasWordBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some(({ word }) => /^\D{3,}/.test(word) && !FUNCTION_WORDS.has(word));
}

function hasBefore(
  tokens: readonly Token[],
  at: number,
  names: readonly string[],
  reach: number,
): boolean {
  for (let back = at - 1; back >= at - reach; back -= 1) {
    if (startsLike(wordAt(tokens, back), names)) return true;
    if (gapAt(tokens, back) !== 'joined') return false;
  }
  return false;
}

/** `nożem` is a knife, `pieczarki` begin like an oven and are none. */
function startsLike(word: string, names: readonly string[]): boolean {
  return (
    names.some((name) => word.startsWith(name)) &&
    !NOT_TOOLS.some((other) => word.startsWith(other))
  );
}
