import mentions from './data/mentions.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { foldedWords, type Token } from './tokens.ts';

const TITLES = foldedWords(mentions.titles);
/** As they are written: Lubin is a town, `łubin` is lupin. */
const PLACES: ReadonlySet<string> = new Set(mentions.places.names);
const PLACE_FOODS = foldedWords(mentions.places.food);
const TO_PLACES = foldedWords(mentions.places.before);

/** Whether a word with a capital names somebody or a place: `pani Śledź`, `in Rye`. */
export function isProperName(
  tokens: readonly Token[],
  at: number,
  language: Language | null,
): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital || token.capitals) return false;
  return isPlace(tokens, at) || isSurname(tokens, at, language);
}

/** `in Sandwich`, `on the way to Rye`: with a capital, and no food behind it. */
function isPlace(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.gap !== 'joined' || !PLACES.has(token.letters)) return false;
  const next = tokens[at + 1];
  const isFood = next?.gap === 'joined' && PLACE_FOODS.has(next.word);
  return !isFood && TO_PLACES.has(tokens[at - 1]?.word ?? '');
}

/** `pani Śledź`, `Mrs Butter` */
function isSurname(tokens: readonly Token[], at: number, language: Language | null): boolean {
  if (tokens[at]?.gap !== 'joined') return false;
  const before = tokens[at - 1]?.word ?? '';
  // `dla pani Sernik, dla pana Piwo`, as menus are read out.
  if (tokens[at - 2]?.word === 'dla') return false;
  // `One Pan Salmon`
  return TITLES.has(before) && (before !== 'pan' || language === 'pl');
}
