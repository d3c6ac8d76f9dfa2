import { fold } from '#shared/language/fold.ts';
import { englishLemma } from '#shared/language/lemma-en.ts';
import { possibleLemmas } from '#shared/language/lemma-pl.ts';
import { productIn } from '#shared/products/product-of-word.ts';
import type { NameSlot } from './slots.ts';

/** Which people of the household are named, by their names in any case: `dla Ani`, `Kate's`. */
export function findPeople(text: string, names: readonly string[]): NameSlot[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap((match) => {
    const [written] = match;
    const name = names.find((one) => isFormOf(written, one));
    if (name === undefined || isFood(written)) return [];
    return [{ name, at: match.index, end: match.index + written.length }];
  });
}

/** `jagód` are berries, `Jagody` are of Jagoda. */
function isFood(written: string): boolean {
  return written === written.toLowerCase() && productIn(written, 'pl') !== undefined;
}

const MIN_LENGTH = 3;

function isFormOf(written: string, name: string): boolean {
  const [word, whole] = [fold(written), fold(name)];
  if (word === whole) return true;
  if (word.length < MIN_LENGTH || whole.length < MIN_LENGTH) return false;
  // Without its first letter large, a form of a name may be any word: `ani`, `toma`.
  if (written === written.toLowerCase() && word.length <= MIN_LENGTH) return false;
  return (
    possibleLemmas(written).has(whole) || softened(word, whole) || englishLemma(word) === whole
  );
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
