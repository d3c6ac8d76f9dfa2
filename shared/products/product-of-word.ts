import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import neutral from '#shared/language/data/neutral.json' with { type: 'json' };
import { type Language, lemmaKeys } from '#shared/language/lemma.ts';
import { categories } from '#shared/products/category.ts';
import { type Product, products } from '#shared/products/product.ts';

const Names = z.record(z.string(), z.array(z.string()));
const Synonyms = z.object({ pl: Names, en: Names });

interface Entry {
  readonly id: string;
  /** Folded base forms, all of which a text must have. */
  readonly words: readonly string[];
}

const NEUTRAL = { pl: keysOf(neutral.pl, 'pl'), en: keysOf(neutral.en, 'en') };
/** Words that only join others: `pomidory z puszki` are `pomidory w puszce`. */
const FUNCTION_WORDS = new Set(neutral.little);
const KEPT = new Set(neutral.enKept);
const indexes = new Map<Language, ReadonlyMap<string, readonly Entry[]>>();

/**
 * The shipped product that words mean: `jajek` → `jaja`, `2 piersi z kurczaka` → `filet-z-kurczaka`,
 * `finely chopped onions` → `cebula`. Every word must be part of the product's name or say only how
 * it looks or is cut: of `mleko ryżowe` nothing is known, and it is not milk. Nothing when unsure.
 * @param language tried first; the other one after it
 */
export function productOfWord(text: string, language: Language): string | undefined {
  return productIn(text, language) ?? productIn(text, language === 'pl' ? 'en' : 'pl');
}

/** As `productOfWord`, by the names of one language alone. */
export function productIn(text: string, language: Language): string | undefined {
  const words = lemmaKeys(text, language);
  const index = indexOf(language);
  let best: { entry: Entry; at: number } | undefined;
  for (const [at, word] of words.entries()) {
    for (const entry of index.get(word) ?? []) {
      if (best !== undefined && best.entry.words.length >= entry.words.length) continue;
      if (entry.words.every((one) => words.includes(one))) best = { entry, at };
    }
  }
  const { id, words: needed } = best?.entry ?? {};
  if (id === undefined || needed === undefined) return undefined;
  return words.every((word) => needed.includes(word) || isNeutral(word, language)) ? id : undefined;
}

/** Whether a word as written tells no food from another: `dużych`, `chopped`. */
export function isNeutralWord(word: string, language: Language): boolean {
  return lemmaKeys(word, language).every((key) => isNeutral(key, language));
}

/** Words that distinguish nothing: `duży`, `posiekany`, `finely chopped`. */
function isNeutral(word: string, language: Language): boolean {
  if (NEUTRAL[language].has(word)) return true;
  if (language === 'en') return /(?:ed|ly)$/.test(word) && !KEPT.has(word);
  // Participles say what was done to it; those that make another product are all in its name.
  return /(?:kany|rany|iony|jony|wany|drony|arty|uty)$/.test(word) && !CHANGING.test(word);
}

const CHANGING =
  /^(?:wedzony|kiszony|suszony|mielony|mrozony|smazony|solony|kandyzowany|gazowany|konserwowany|marynowany|prazony|kondensowany|skondensowany|homogenizowany|kukurydziany|wielozia)/;

/** Entries by their first word, so that a text looks only at those it may mean. */
function indexOf(language: Language): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const food = [...products().values()].filter(isEaten);
  const ids = new Set(food.map(({ id }) => id));
  // A product's own name goes before what another is also called.
  const entries = food.map(({ id, [language]: name }) =>
    entry(id, name.split(' (')[0] ?? '', language),
  );
  for (const [id, names] of Object.entries(readSynonyms()[language])) {
    if (ids.has(id)) entries.push(...names.map((name) => entry(id, name, language)));
  }
  const index = Map.groupBy(entries, ({ words }) => words[0] ?? '');
  indexes.set(language, index);
  return index;
}

function readSynonyms(): z.infer<typeof Synonyms> {
  return Synonyms.parse(readBeside('./data/synonyms.json', import.meta.url));
}

/** Nobody cooks soap: of `cream` only the one for eating is meant. */
function isEaten({ category }: Product): boolean {
  return categories.get(category)?.shelfLife != null;
}

function entry(id: string, name: string, language: Language): Entry {
  return { id, words: lemmaKeys(name, language).filter((word) => !FUNCTION_WORDS.has(word)) };
}

function keysOf(words: readonly string[], language: Language): ReadonlySet<string> {
  return new Set(words.flatMap((word) => lemmaKeys(word, language)));
}
