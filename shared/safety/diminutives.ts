import { remembered } from '#shared/language/remembered.ts';
import { wordsOf } from './lexicon.ts';

/** `hummusik`, `makaronik`, `naleśniczek`, `jajeczniczka`, `zapiekanunia`; and `serzysko`, larger than life. */
const SUFFIX =
  /^(.{4,20}?)(?:i?czek|eczek|uszek|aszek|ik|yk|ek|us|i?czka|eczka|uszka|usia|unia|ka|eczko|uszko|ko|i?sko|ysko)$/;
/** What cases make of it: `hummusiku`, `naleśniczkami`, `zapiekanuni`. */
const CASE = /(?:owi|ami|iem|ach|em|om|ow|ie|[auioye])$/;
/** `naleśniczk-i` → `naleśniczek`: the vowel that cases drop. */
const FLEETING = /([^aeiouy])k$/;
/** Last consonants before the suffix, and what they come from: kotlecik, sałateczka, twarożek, orzeszek. */
const HARDENED: readonly (readonly [soft: RegExp, hard: string])[] = [
  [/ci?$/, 't'],
  [/dzi?$/, 'd'],
  [/cz$/, 'k'],
  [/cz$/, 'c'],
  [/z$/, 'g'],
  [/sz$/, 'ch'],
];
const MIN_BASE = 4;

/**
 * The words of the lexicon that a diminutive is made of. Families call any food so, and no list has them all.
 * @param word without marks, known to be no word of the lexicon itself
 */
export const wordsOfDiminutive = remembered(20_000, findWords);

function findWords(word: string): readonly number[] {
  const bases = nominatives(word).flatMap((whole) => {
    const base = SUFFIX.exec(whole)?.[1];
    return base === undefined ? [] : hardened(base);
  });
  const found = bases
    .filter((base) => base.length >= MIN_BASE)
    .flatMap((base) => ['', 'a', 'o', 'y'].flatMap((end) => wordsOf(base + end)));
  return [...new Set(found)];
}

function nominatives(word: string): string[] {
  const stem = word.replace(CASE, '');
  if (stem === word) return [word];
  return [word, stem, stem.replace(FLEETING, '$1ek'), `${stem}a`, `${stem}o`];
}

function hardened(base: string): string[] {
  const hard = HARDENED.flatMap(([soft, other]) =>
    soft.test(base) ? [base.replace(soft, other)] : [],
  );
  return [base, ...hard];
}
