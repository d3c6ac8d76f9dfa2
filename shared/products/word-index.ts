import { readAmbiguous, readForeign, readGeneric } from './lexicon.ts';
import { normaliseName } from './normalise.ts';
import { type Product, products } from './product.ts';
import { type Word, wordOf, wordScore } from './word-score.ts';

/** One spelling of one product. */
export interface Spelling {
  readonly product: Product;
  readonly words: readonly string[];
  /** Another product has it too: `KOSTKA` is of stock and of toilets. */
  readonly ambiguous: boolean;
}

/** A word of the lexicon that a printed word may stand for. */
export interface WordMatch {
  readonly word: string;
  readonly score: number;
}

export interface WordIndex {
  readonly spellingsWith: (word: string) => readonly Spelling[];
  readonly has: (word: string) => boolean;
  /** Whether some word of the lexicon begins like this. */
  readonly begins: (text: string) => boolean;
  /** First level of the category tree that a word alone stands for: `SER` → `dairy`. */
  readonly generic: (word: string) => string | undefined;
  readonly matches: (printed: string, cut: boolean) => readonly WordMatch[];
}

/** Words that only join others. Single letters stay: `M EKSTRA` is butter. */
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'Z',
  'ZE',
  'W',
  'NA',
  'I',
  'DO',
  'O',
  'P',
  'PO',
]);
/** Bounds the memory of an instance that sees very many names. */
const MAX_CACHED_WORDS = 20_000;

let polish: WordIndex | undefined;
let foreign: WordIndex | undefined;

/** All spellings of Polish tills by their words. Made at the first question, in about 20 ms. */
export function wordIndex(): WordIndex {
  polish ??= build(polishSpellings());
  return polish;
}

/** Those of English and German tills, for what no Polish one explains. */
export function foreignIndex(): WordIndex {
  foreign ??= build(foreignSpellings());
  return foreign;
}

function build(spellings: Iterable<Spelling>): WordIndex {
  const bySpelling = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    for (const word of spelling.words) push(bySpelling, word, spelling);
  }
  const byStart = new Map<string, Word[]>();
  const byMiddle = new Map<string, Word[]>();
  const starts = new Set<string>();
  for (const text of bySpelling.keys()) {
    const word = wordOf(text);
    push(byStart, word.folded.slice(0, 1), word);
    if (word.folded.length >= 5) push(byMiddle, word.folded.slice(2, 4), word);
    for (let end = 3; end <= text.length; end += 1) starts.add(text.slice(0, end));
  }
  const generic = readGeneric();
  const remembered = new Map<string, readonly WordMatch[]>();
  const compare = (printed: Word, cut: boolean) => {
    // One misread letter spares either the beginning of a word or its third and fourth letter.
    const near = new Set(byStart.get(printed.folded.slice(0, 1)));
    for (const word of byMiddle.get(printed.folded.slice(2, 4)) ?? []) near.add(word);
    return [...near]
      .map((word) => ({ word: word.text, score: wordScore(printed, word, cut) }))
      .filter(({ score }) => score > 0);
  };
  return {
    spellingsWith: (word) => bySpelling.get(word) ?? [],
    has: (word) => bySpelling.has(word),
    begins: (text) => starts.has(text),
    generic: (word) => generic.get(word),
    matches: (printed, cut) => {
      const key = cut ? `${printed}.` : printed;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      if (remembered.size >= MAX_CACHED_WORDS) remembered.clear();
      const found = compare(wordOf(printed), cut);
      remembered.set(key, found);
      return found;
    },
  };
}

function* polishSpellings(): Iterable<Spelling> {
  const shared = readAmbiguous();
  for (const product of products().values()) {
    for (const spelling of [normaliseName(product.pl), ...product.aliases]) {
      const words = wordsOf(spelling);
      yield { product, words, ambiguous: Object.hasOwn(shared, words.join(' ')) };
    }
  }
  for (const [spelling, ids] of Object.entries(shared)) {
    for (const id of ids) {
      yield { product: shipped(id), words: wordsOf(spelling), ambiguous: true };
    }
  }
}

/** Written ones first, then the English names; where two products share one, the first has it. */
function* foreignSpellings(): Iterable<Spelling> {
  const taken = new Set<string>();
  const written = Object.entries(readForeign()).map(([id, list]) => [shipped(id), list] as const);
  const named = [...products().values()].map(
    (one) => [one, [one.en.split(' (')[0] ?? '']] as const,
  );
  for (const [product, list] of [...written, ...named]) {
    for (const spelling of list.map(normaliseName)) {
      if (taken.has(spelling)) continue;
      taken.add(spelling);
      yield { product, words: wordsOf(spelling), ambiguous: false };
    }
  }
}

function shipped(id: string): Product {
  const product = products().get(id);
  if (product === undefined) throw new Error(`A spelling names no product: ${id}`);
  return product;
}

function wordsOf(spelling: string): string[] {
  const words = spelling.split(' ').filter((word) => !PREPOSITIONS.has(word));
  return words.length === 0 ? [spelling] : words;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
