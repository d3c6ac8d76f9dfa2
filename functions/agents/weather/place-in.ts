import { isBeforePlace, isBeside } from '#shared/weather/place-names.ts';
import { isNoName, type Word } from './words.ts';

/** Where somebody asks about, as they wrote it. */
export interface SaidPlace {
  readonly name: string;
  /** Behind a preposition, or alone: it can be nothing but a place. */
  readonly certain: boolean;
}

/** Names of places have no more words: `Kostrzyn nad Odrą`. */
const MAX_WORDS = 4;
/** Each may be several questions to the geocoder. */
const MAX_TRIED = 2;
/** A message of so few words that one of them, unknown, is the place: `pogoda kraków jutro`. */
const FEW_WORDS = 5;

/**
 * What of a message may name its place, likeliest first: the words behind a preposition that are nothing
 * else, those written as names before others; or else what is left of the message.
 * @param words without those that name days
 */
export function placesIn(message: string, words: readonly Word[]): SaidPlace[] {
  const behind = words.flatMap(({ folded }, at) => {
    if (!isBeforePlace(folded) && !isBeside(folded)) return [];
    const name = nameFrom(message, words, at + 1);
    return name === null ? [] : [{ name, certain: true }];
  });
  if (behind.length > 0) return behind.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_TRIED);
  const starts = words.flatMap((word, at) => (isNoName(word) ? [] : [at]));
  const few = words.length <= FEW_WORDS;
  const start = starts.find((at) => few || (at > 0 && isCapital(words[at]?.text)));
  const name = start === undefined ? null : nameFrom(message, words, start);
  return name === null ? [] : [{ name, certain: starts.length === words.length }];
}

const rank = ({ name }: SaidPlace) => (isCapital(name) ? 0 : 1);

/** The name that begins at a word: up to a word that is none, or to a sign between words. */
function nameFrom(message: string, words: readonly Word[], from: number): string | null {
  let to = from;
  while (to < words.length && to - from < MAX_WORDS) {
    const [word, before] = [words[to], words[to - 1]];
    if (word === undefined) break;
    const gap = to === from ? ' ' : message.slice(before?.end, word.at);
    const river = to > from && word.folded === 'nad' && isCapital(words[to + 1]?.text);
    if (gap.trim() !== '' || (!river && (isNoName(word) || isBeside(word.folded)))) break;
    to += 1;
  }
  const [first, last] = [words[from], words[to - 1]];
  return to === from || first === undefined || last === undefined
    ? null
    : message.slice(first.at, last.end);
}

function isCapital(text: string | undefined): boolean {
  return /^\p{Lu}/u.test(text ?? '');
}
