import mentions from './data/mentions.json' with { type: 'json' };
import { isTaking } from './denied-verbs.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { isGenitiveWord } from './genitive.ts';
import type { Language } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { joinedWordAt, wordAt } from './sentences.ts';
import { foldedWords, type Token } from './tokens.ts';

/**
 * Where a list of what is only mentioned goes on behind `i`, `or`: to any food (`alergia na mleko i jaja`), to
 * what surely is in the genitive (`do ryb i sałatek`, but `do smażenia i masło`), behind `or` only (`wielkości
 * orzecha lub jajka`), or nowhere.
 */
export type Joins = 'foods' | 'genitives' | 'or' | 'none';

const ARTICLES = foldedWords(['the', 'a', 'an', 'your', 'all']);
const AND = foldedWords(['i', 'oraz', 'and']);
const OR = foldedWords(['lub', 'albo', 'czy', 'or']);
const LISTED = foldedWords(mentions.listed);
const MAX_WORDS = 4;
/** What describes the food behind it: `jak miękkie masło`, but `kolor zawdzięcza krewetkom`. */
const ADJECTIVE =
  /(?:[ei]go|ej|[yi](?:ch|mi|m)|(?:ow|[sc]k|[^aeiouy]n|[^aeiou]t|ż|sz|kk|br)(?:y|i|a|e|ie|ą))$/;

/** Behind the longest food that begins at a word, or the same number where none does. */
export function foodEnd(matches: readonly Match[], at: number): number {
  return Math.max(at, ...matches.flatMap(({ from, to }) => (from === at ? [to] : [])));
}

function isListed(token: Token): boolean {
  return isGenitiveWord(token) || LISTED.has(token.word);
}

/** The words that are only mentioned from here on: up to the end of the first food, a comma, a verb or an amount. */
export function mentionedFrom(
  tokens: readonly Token[],
  matches: readonly Match[],
  from: number,
  joins: Joins,
  language: Language | null,
): number[] {
  let at = from;
  while (ARTICLES.has(wordAt(tokens, at))) at += 1;
  const found: number[] = [];
  for (let left = MAX_WORDS; left > 0; left -= 1) {
    const token = tokens[at];
    if (token === undefined || token.gap !== 'joined' || /^\d/.test(token.word)) return found;
    if (FUNCTION_WORDS.has(token.word) || isTaking(token.word)) return found;
    if (joins === 'or' && language === 'pl' && !describes(token, at)) return found;
    const isFood = matches.some(({ from, entry }) => from === at && entry.kind !== 'vague');
    const isNamed = foodEnd(matches, at) > at;
    for (const to = isNamed ? foodEnd(matches, at) : at + 1; at < to; at += 1) found.push(at);
    // The first food may be a part of a compound: `seasoning for fish and seafood`.
    const next = isNamed || joins === 'foods' ? listedBehind(at) : null;
    if (next === null && isFood) return found;
    at = next ?? at;
  }
  return found;

  function describes({ letters }: Token, index: number): boolean {
    return foodEnd(matches, index) > index || ADJECTIVE.test(letters);
  }

  /** Where the next food of the list begins. */
  function listedBehind(to: number): number | null {
    const connector = joinedWordAt(tokens, to);
    const isOr = OR.has(connector);
    if (joins === 'none' || !(isOr || (joins !== 'or' && AND.has(connector)))) return null;
    const next = ARTICLES.has(wordAt(tokens, to + 1)) ? to + 2 : to + 1;
    const token = tokens[next];
    if (token === undefined || (joins === 'genitives' && !isListed(token))) return null;
    return joins === 'genitives' || foodEnd(matches, next) > next ? next : null;
  }
}
