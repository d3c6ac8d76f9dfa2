import { dateWords } from '#shared/dates/date-words.ts';
import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { possibleLemmas } from '#shared/language/lemma-pl.ts';
import { productIn } from '#shared/products/product-of-word.ts';
import tables from './data/name-words.json' with { type: 'json' };
import { overlaps } from './overlaps.ts';
import type { NameSlot, Place } from './slots.ts';

/**
 * Which people of the household are named, by their names in any case: `dla Ani`, `Kate's`. A name that is also
 * another word (`Will`, `Olive`, `Maja`) counts only where it can be one.
 * @param taken where days stand: `w maju` is not of Maja
 */
export function findPeople(
  text: string,
  language: Language,
  names: readonly string[],
  taken: readonly Place[] = [],
): NameSlot[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const [written] = match;
    const place = { at: match.index, end: match.index + written.length };
    const name = names.find((one) => isFormOf(written, one, language));
    if (name === undefined || isOtherWord(written) || overlaps(place, taken)) return [];
    return language === 'en' && !mayBeName(text, place) ? [] : [{ name, ...place }];
  });
}

/** `jagód` are berries and `robię` is a verb, `Jagody` are of Jagoda. */
function isOtherWord(written: string): boolean {
  if (written !== written.toLowerCase()) return false;
  return POLISH_WORDS.has(fold(written)) || productIn(written, 'pl') !== undefined;
}

/** Small words of Polish that look like forms of names: `robię` is not of Rob, `mają` not of Maja. */
const POLISH_WORDS = new Set(tables.polishWords);
const COMMON = new Set(tables.common);
const BEHIND_NAME = new Set(tables.behindName);

/** Of `Will` and `Basil` the small ones are words, and those that begin a sentence only names with a verb behind. */
function mayBeName(text: string, { at, end }: Place): boolean {
  const written = text.slice(at, end);
  const isMonth = dateWords('en').months.has(fold(written));
  const isWord = COMMON.has(fold(written)) || isMonth || productIn(written, 'en') !== undefined;
  if (!isWord) return true;
  if (written === written.toLowerCase()) return false;
  const first = /(?:^|[.!?:]\s*)$/.test(text.slice(0, at).trimEnd());
  if (!first) return true;
  const [behind = ''] = /^(?:,|['’]s\b|\s+\p{L}+)/u.exec(text.slice(end)) ?? [];
  const verb = fold(behind.trim());
  return (
    BEHIND_NAME.has(verb) ||
    behind.startsWith("'") ||
    behind.startsWith('’') ||
    (behind === ',' && isMonth)
  );
}

const MIN_LENGTH = 3;

function isFormOf(written: string, name: string, language: Language): boolean {
  const [word, whole] = [fold(written), fold(name)];
  if (word === whole) return true;
  // English does not inflect: `Nice` is no form of Nico.
  if (language === 'en') return false;
  if (word.length < MIN_LENGTH || whole.length < MIN_LENGTH) return false;
  // Without its first letter large, a form of a name may be any word: `ani`, `toma`.
  if (written === written.toLowerCase() && word.length <= MIN_LENGTH) return false;
  return possibleLemmas(written).has(whole) || softened(word, whole);
}

/** Names in -ek lose their e, those in -ia keep their i: `Tomka`, `Tomkowi`, `Ani`, `Anię`. */
function softened(word: string, name: string): boolean {
  const stem = name.endsWith('ek') ? `${name.slice(0, -2)}k` : name.replace(/[aoy]$/, '');
  const ending = word.startsWith(stem) ? word.slice(stem.length) : undefined;
  return ending !== undefined && CASES.has(ending);
}

const CASES = new Set([
  '',
  'a',
  'e',
  'i',
  'o',
  'u',
  'y',
  'owi',
  'em',
  'iem',
  'ie',
  'ii',
  'ia',
  'im',
  'ego',
  'emu',
]);
