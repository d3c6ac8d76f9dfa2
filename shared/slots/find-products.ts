import { knownLemmas } from '#shared/language/known-lemmas-pl.ts';
import type { Language } from '#shared/language/lemma.ts';
import { polishLemma } from '#shared/language/lemma-pl.ts';
import { isNeutralWord, productIn } from '#shared/products/product-of-word.ts';
import { englishName } from '#shared/recipes/ingredients/english-product.ts';
import type { Kind } from '#shared/safety/lexicon-row.ts';
import { scan } from '#shared/safety/scan.ts';
import { tokenise } from '#shared/safety/tokens.ts';
import { baseName } from './base-name.ts';
import tables from './data/product-words.json' with { type: 'json' };
import type { Place, ProductSlot } from './slots.ts';

const MAX_WORDS = 4;
/** What the allergy gate knows as food by itself; dishes and parts of food are nothing to keep. */
const FOODS: ReadonlySet<Kind> = new Set<Kind>(['plain', 'general', 'instead']);
/** Words that are also food, and mostly are not: `pora na obiad`, `make dinner`. */
const NOT_FOOD = { pl: phrases(tables.notFood.pl), en: phrases(tables.notFood.en) };
const WITHOUT_PRODUCT = { pl: new Set(tables.food.pl), en: new Set(tables.food.en) };

interface Word extends Place {
  readonly text: string;
  /** Something else than blanks stands before it. */
  readonly apart: boolean;
}

interface Candidate extends Place {
  readonly productId: string | null;
  readonly written: readonly string[];
}

/**
 * The foods a sentence names, with the shipped product each of them means: by the names of the lexicon, and
 * those that only the allergy gate knows. Of two that share words the longer is meant.
 * @param taken whether another slot stands there
 */
export function findProducts(
  text: string,
  language: Language,
  taken: (at: number, end: number) => boolean,
): ProductSlot[] {
  const words = wordsOf(text);
  const blocked = NOT_FOOD[language].flatMap((phrase) => placesOf(text, phrase));
  const kept: Candidate[] = [];
  const candidates = [...ofLexicon(words, language), ...ofGate(text, words, language)];
  for (const one of candidates.sort((a, b) => b.end - b.at - (a.end - a.at))) {
    if (taken(one.at, one.end) || overlaps(one, blocked) || overlaps(one, kept)) continue;
    kept.push(one);
  }
  return kept
    .sort((a, b) => a.at - b.at)
    .map(({ productId, written, at, end }) => ({
      productId,
      name: baseName(written, language),
      words: text.slice(at, end),
      at,
      end,
    }));
}

function ofLexicon(words: readonly Word[], language: Language): Candidate[] {
  return words.flatMap((_, at) => {
    for (let length = MAX_WORDS; length > 0; length -= 1) {
      const part = partOf(words, at, length);
      const written = part?.map((word) => word.text) ?? [];
      const [first, last] = [written[0], written.at(-1)];
      if (first === undefined || last === undefined) continue;
      if (isNeutralWord(first, language) || isNeutralWord(last, language)) continue;
      const productId = productNamed(written, language);
      if (productId === undefined) continue;
      return [extended(words, at, length, productId, language)];
    }
    return [];
  });
}

/** The shipped product of all of the words; null for food that has none. */
function productNamed(written: readonly string[], language: Language): string | null | undefined {
  const name = written.join(' ');
  const id = productIn(name, language) ?? (language === 'en' ? englishName(name) : undefined);
  if (id !== undefined) return id;
  return WITHOUT_PRODUCT[language].has(baseName(written, language)) ? null : undefined;
}

/** With an adjective that makes it another food: of `mleko roślinne` no product is known, and it is not milk. */
function extended(
  words: readonly Word[],
  at: number,
  length: number,
  productId: string | null,
  language: Language,
): Candidate {
  const own = words.slice(at, at + length);
  const next = words[at + length];
  const longer = next !== undefined && language === 'pl' && !next.apart && tellsApart(next.text);
  const all = longer ? [...own, next] : own;
  const written = all.map((word) => word.text);
  return {
    productId: longer ? (productIn(written.join(' '), 'pl') ?? null) : productId,
    written,
    at: own[0]?.at ?? 0,
    end: all.at(-1)?.end ?? 0,
  };
}

function tellsApart(word: string): boolean {
  const lemma = polishLemma(word);
  const known = [...knownLemmas().adjectives.values()].some((all) => all.includes(lemma));
  return known && !isNeutralWord(word, 'pl');
}

function ofGate(text: string, words: readonly Word[], language: Language): Candidate[] {
  const tokens = tokenise(text);
  const { matches } = scan(tokens, { whole: false, language });
  return matches.flatMap(({ from, to, entry, sure }) => {
    if (!sure || !FOODS.has(entry.kind)) return [];
    const [at, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    const written = words
      .filter((word) => word.at >= at && word.end <= end)
      .map(({ text }) => text);
    if (written.length === 0) return [];
    return [{ productId: productNamed(written, language) ?? null, written, at, end }];
  });
}

/** So many words from this one on, where nothing but blanks stands between them. */
function partOf(words: readonly Word[], at: number, length: number): readonly Word[] | undefined {
  const part = words.slice(at, at + length);
  return part.length < length || part.slice(1).some((word) => word.apart) ? undefined : part;
}

function wordsOf(text: string): Word[] {
  let before = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((match) => {
    const at = match.index;
    const end = at + match[0].length;
    const apart = !/^[\s-]*$/.test(text.slice(before, at));
    before = end;
    return { text: match[0], at, end, apart };
  });
}

function phrases(all: readonly string[]): readonly RegExp[] {
  return all.map((phrase) => new RegExp(`(?<!\\p{L})${phrase}(?!\\p{L})`, 'giu'));
}

function placesOf(text: string, phrase: RegExp): Place[] {
  return [...text.matchAll(phrase)].map((match) => {
    return { at: match.index, end: match.index + match[0].length };
  });
}

function overlaps({ at, end }: Place, others: readonly Place[]): boolean {
  return others.some((other) => at < other.end && other.at < end);
}
