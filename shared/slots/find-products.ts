import type { Language } from '#shared/language/lemma.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import tables from './data/product-words.json' with { type: 'json' };
import { overlaps } from './overlaps.ts';
import { isPlainWord } from './plain-words.ts';
import {
  type Candidate,
  extended,
  ofGate,
  ofLexicon,
  type Word,
  wordsOf,
} from './product-candidates.ts';
import { productName, productNamed } from './product-named.ts';
import type { Place, ProductSlot } from './slots.ts';

/** Words that are also food, and mostly are not: `pora na obiad`, `make dinner`. */
const NOT_FOOD = { pl: phrases(tables.notFood.pl), en: phrases(tables.notFood.en) };

/**
 * The foods a sentence names, with the shipped product each of them means: by the names of the lexicon, and
 * those that only the allergy gate knows, which is asked where a word is none of the usual ones (its lexicon
 * takes a while to build). Of two that share words the longer is meant.
 * @param taken where other slots stand
 */
export function findProducts(
  text: string,
  language: Language,
  taken: readonly Place[],
): ProductSlot[] {
  const words = wordsOf(text);
  const blocked = [...taken, ...NOT_FOOD[language].flatMap((phrase) => placesOf(text, phrase))];
  const kept: Candidate[] = [];
  const isFree = (one: Place) => !overlaps(one, blocked) && !overlaps(one, kept);
  const ofNames = ofLexicon(words, language).filter((one) => !overlaps(one, blocked));
  const isCovered = (word: Word) =>
    isPlainWord(word.text, language) || overlaps(word, blocked) || overlaps(word, ofNames);
  const asked = !words.every(isCovered) || standTogether(text, ofNames);
  const candidates = asked ? [...ofNames, ...ofGate(text, words, language)] : ofNames;
  for (const one of candidates.sort((a, b) => b.end - b.at - (a.end - a.at))) {
    if (!isFree(one)) continue;
    const longer = language === 'pl' ? extended(words, one) : one;
    kept.push(isFree(longer) ? longer : one);
  }
  const inOrder = kept.sort((a, b) => a.at - b.at);
  const named = language === 'en' ? compounds(text, inOrder) : inOrder;
  return named.map(({ productId, written, gateName, at, end }) => ({
    productId,
    name: productName(written, language, productId, gateName),
    words: text.slice(at, end),
    at,
    end,
  }));
}

/** Whether two foods have no sign between them, and might be one: `zupa krem z pomidorów`. */
function standTogether(text: string, candidates: readonly Candidate[]): boolean {
  return candidates.some(({ end }) =>
    candidates.some(
      ({ at }) =>
        at > end &&
        /^\s(?:\p{L}{1,2}\s)?$/u.test(text.slice(end, at)) &&
        !/^\s(?:i|a|or)\s$/i.test(text.slice(end, at)),
    ),
  );
}

/** Foods side by side are one in English: `wholemeal bread`, `garlic cloves`; the last says what it is. */
function compounds(text: string, candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const one of candidates) {
    const last = joined.at(-1);
    if (last === undefined || !/^[ -]$/.test(text.slice(last.end, one.at))) {
      joined.push(one);
    } else if (unitOfWord(one.written.join(' ')) === undefined) {
      const written = [...last.written, ...one.written];
      const productId = productNamed(written, 'en') ?? null;
      joined.splice(-1, 1, { productId, written, at: last.at, end: one.end });
    }
  }
  return joined;
}

function phrases(all: readonly string[]): readonly RegExp[] {
  return all.map((phrase) => new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'giu'));
}

function placesOf(text: string, phrase: RegExp): Place[] {
  return [...text.matchAll(phrase)].map((match) => {
    return { at: match.index, end: match.index + match[0].length };
  });
}
