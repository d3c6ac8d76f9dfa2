import type { Language } from '#shared/language/lemma.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import {
  hasPhrase,
  type PhraseGroup,
  type PlacedWord,
  phraseLength,
  placedWords,
} from './phrases.ts';

/** What says only that something is looked for, where and of which kind: nothing of what it is. */
const DROPPED: readonly PhraseGroup[] = [
  'cues',
  'languages',
  'filters',
  'recipes',
  'asking',
  'little',
];
const TIME = /^\d{1,3}(?:min\w*|h)?$/;
/** A search is begun by one of the first words. */
const MOST_BEFORE = 3;

/** What is looked for, without the words that only say so and what it is filtered by. */
export function searchWords(message: string): string {
  return keptWords(message)
    .map(({ at, end }) => message.slice(at, end))
    .join(' ');
}

/** The same without a number that points at what was found: nothing is left of `pokaż ten drugi`. */
export function withoutOrdinal(message: string): string {
  const kept = keptWords(message);
  return kept
    .filter(({ text }, at) => phraseLength(kept, at, 'ordinals') === 0 && !/^[1-5]$/.test(text))
    .map(({ text }) => text)
    .join(' ');
}

function keptWords(message: string): PlacedWord[] {
  const words = placedWords(message);
  const gone = new Set<number>();
  for (const at of words.keys()) {
    const length = Math.max(...DROPPED.map((group) => phraseLength(words, at, group)));
    const filter = filterAt(words, at);
    for (let next = at; next < at + Math.max(length, filter); next += 1) gone.add(next);
  }
  return words.filter((_, at) => !gone.has(at));
}

/** How many words from here on filter by time or by what is left out. */
function filterAt(words: readonly PlacedWord[], at: number): number {
  const [word, next, third] = words.slice(at, at + 3);
  if (word === undefined) return 0;
  // `Less than 30 minutes`, from its first word on.
  const rest = phraseLength(words, at, 'beforeTime') > 0 ? filterAt(words, at + 1) : 0;
  if (rest > 0) return rest + 1;
  if (TIME.test(word.text) && phraseLength(words, at + 1, 'time') > 0) return 2;
  if (/^\d{1,3}(?:min\w*|h)$/.test(word.text)) return 1;
  // `No dobra` begins a sentence in Polish.
  const leavesOut = phraseLength(words, at, 'without') > 0 && !(word.text === 'no' && at === 0);
  if (!leavesOut || next === undefined) return 0;
  const isName = third !== undefined && !isSmall(words, at + 2) && !TIME.test(third.text);
  return isName ? 3 : 2;
}

function isSmall(words: readonly PlacedWord[], at: number): boolean {
  return phraseLength(words, at, 'little') > 0 || phraseLength(words, at, 'beforeTime') > 0;
}

/** The language of what is to be found, where it is named. */
export function languageAsked(message: string): Language | null {
  const words = placedWords(message);
  const named = words.find((_, at) => phraseLength(words, at, 'languages') > 0);
  if (named === undefined) return null;
  const said = words.slice(words.indexOf(named)).map(({ text }) => text);
  return said.some((word) => word === 'polsku' || word === 'polish') ? 'pl' : 'en';
}

/** Whether a recipe is looked for, or a page, as far as it is said. */
export function kindAsked(message: string): 'recipe' | 'fact' | null {
  const words = placedWords(message);
  if (hasPhrase(words, 'recipes')) return 'recipe';
  return hasPhrase(words, 'web') || hasPhrase(words, 'facts') ? 'fact' : null;
}

/** Whether it says first that something is to be found. */
export function startsSearch(message: string): boolean {
  const words = placedWords(message);
  return words.slice(0, MOST_BEFORE).some((_, at) => phraseLength(words, at, 'starts') > 0);
}

/** Whether a message only narrows down or points at what was found: `tylko wegańskie`, `ten drugi`. */
export function goesOnWithSearch(message: string): boolean {
  if (withoutOrdinal(message) !== '') return false;
  const words = placedWords(message);
  const narrows = words.some(
    (_, at) => phraseLength(words, at, 'filters') > 0 || filterAt(words, at) > 0,
  );
  return narrows || languageAsked(message) !== null || readOrdinal(message) !== null;
}
