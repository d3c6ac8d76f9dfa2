import mentions from './data/mentions.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { gapAt, joinedWordAt, wordAt, wordsNear } from './sentences.ts';
import { foldedWords, type Token } from './tokens.ts';

const TITLES = foldedWords(mentions.titles);
const PETS = foldedWords(mentions.pets);
const HINTS = foldedWords([...mentions.nameHints, ...mentions.pets]);
/** As they are written: Lubin is a town, `łubin` is lupin. */
const PLACES: ReadonlySet<string> = new Set(mentions.places.names);
/** Cheese and cakes are called after them. */
const TOWNS = foldedWords(mentions.towns);
const PLACE_FOODS = foldedWords(mentions.places.food);
const TO_PLACES = foldedWords(mentions.places.before);
const STREET = /^[A-ZŁŚŻ][a-ząćęłńóśźż]+(?:ej|ą)$/;
/** So many words with a capital are a heading, and a capital says nothing there. */
const MAX_CAPITALS = 0.5;

/**
 * Whether a word with a capital names somebody or a place: surely (`pani Śledź`, `our cat Sezam`, `in Rye`), or
 * perhaps, by what else the sentence says (`Cod is what we call him`, `na Rybną`); null where it does not.
 */
export function properName(
  tokens: readonly Token[],
  at: number,
  language: Language | null,
): 'surely' | 'perhaps' | null {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.capitals) return null;
  if (isPlace(tokens, at) || isSurname(tokens, at, language) || isPet(tokens, at)) return 'surely';
  if (isHeading(tokens)) return null;
  const isTown = TOWNS.has(token.word) && isAfterPreposition(tokens, at);
  return isTown || isStreet(tokens, at) || isHinted(tokens, at) ? 'perhaps' : null;
}

/** `in Sandwich`, `on the way to Rye`: with a capital, and no food behind it. */
function isPlace(tokens: readonly Token[], at: number): boolean {
  return PLACES.has(tokens[at]?.letters ?? '') && isAfterPreposition(tokens, at);
}

function isAfterPreposition(tokens: readonly Token[], at: number): boolean {
  if (gapAt(tokens, at) !== 'joined' || !TO_PLACES.has(wordAt(tokens, at - 1))) return false;
  return !PLACE_FOODS.has(joinedWordAt(tokens, at + 1));
}

/** `pani Śledź`, `Mrs Butter` */
function isSurname(tokens: readonly Token[], at: number, language: Language | null): boolean {
  if (gapAt(tokens, at) !== 'joined') return false;
  const before = wordAt(tokens, at - 1);
  // `dla pani Sernik, dla pana Piwo`, as menus are read out.
  if (wordAt(tokens, at - 2) === 'dla') return false;
  // `One Pan Salmon`
  return TITLES.has(before) && (before !== 'pan' || language === 'pl');
}

/** `our cat Sezam`, `Biscuit the dog`, `Peanut, our cat` */
function isPet(tokens: readonly Token[], at: number): boolean {
  const word = (offset: number) => wordAt(tokens, at + offset);
  if (gapAt(tokens, at) === 'joined' && PETS.has(word(-1))) return true;
  return /^(?:the|our|my|nasz|nasza|moj|moja)$/.test(word(1)) && PETS.has(word(2));
}

/** `na Rybną`, `na Chlebowej`; other prepositions only before the number of a house: `pod Orzechową 5`. */
function isStreet(tokens: readonly Token[], at: number): boolean {
  const { letters = '', gap } = tokens[at] ?? {};
  const spelling = letters.charAt(0).toUpperCase() + letters.slice(1);
  const before = gap === 'joined' ? wordAt(tokens, at - 1) : '';
  const isBefore = /^(?:na|przy|ulic|ul$)/.test(before) || isBeforeHouse(before);
  return isBefore && STREET.test(spelling);

  function isBeforeHouse(preposition: string): boolean {
    return (
      /^(?:pod|spod|z|ze|od|do)$/.test(preposition) && /^\d+$/.test(joinedWordAt(tokens, at + 1))
    );
  }
}

function isHinted(tokens: readonly Token[], at: number): boolean {
  return wordsNear(tokens, at).some((word) => HINTS.has(word));
}

function isHeading(tokens: readonly Token[]): boolean {
  const capitals = tokens.filter(({ capital }) => capital).length;
  return tokens.length > 2 && capitals / tokens.length > MAX_CAPITALS;
}
