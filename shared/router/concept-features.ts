import { conceptsOf } from './concepts.ts';
import { FeatureCounter, type HashedFeatures } from './hashed-features.ts';
import type { MessageLanguage } from './labels.ts';
import { formOf } from './word-form.ts';

/** What the letters of a message show beside its words. */
const SIGNS: readonly (readonly [name: string, sign: RegExp])[] = [
  // As tills print names: `"JOG NAT" to jogurt`.
  ['capitals', /\p{Lu}{3}/u],
  ['quoted', /["“”„]/],
  ['price', /\d[.,]\d\d(?!\d)/],
  ['additive', /\bE ?\d{3}/i],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['number', /\d/],
  ['colon', /:/],
  ['not', /\b(?:nie|not)\b/i],
  ['question', /\?/],
];
const MANY_WORDS = 5;

/**
 * What a message is about: the concepts of its words, each pair of them, and what stands beside what,
 * so that `zużyłam masło` and `zjadłem ser` are nearly the same.
 */
export function conceptFeatures(
  text: string,
  words: readonly string[],
  language: MessageLanguage,
  places: number,
): HashedFeatures {
  const counter = new FeatureCounter(places);
  const about = words.map((word) => meaningsOf(word, language));
  const all = [...new Set(about.flat())].sort();
  for (const [at, one] of all.entries()) {
    counter.add(`k${one}`);
    for (const other of all.slice(at + 1)) counter.add(`K${one}&${other}`);
  }
  for (const [at, concepts] of about.entries()) {
    const [before, after] = [words[at - 1] ?? '^', words[at + 1] ?? '$'];
    for (const concept of concepts) {
      if (at === 0) counter.add(`F${concept}`);
      counter.add(`B${before}>${concept}`);
      counter.add(`A${concept}>${after}`);
      for (const next of about[at + 1] ?? []) counter.add(`S${concept}>${next}`);
    }
  }
  counter.add(`n${Math.min(MANY_WORDS, words.length)}`);
  if (all.length === 0) counter.add('nothing known');
  for (const [name, sign] of SIGNS) if (sign.test(text)) counter.add(`x${name}`);
  return counter.features();
}

function meaningsOf(word: string, language: MessageLanguage): readonly string[] {
  if (word.startsWith('0')) return ['a-number'];
  const concepts = conceptsOf(word, language);
  const form = formOf(word, language);
  return form === undefined ? concepts : [...concepts, form];
}
