import type { FoundBrand } from './brand.ts';
import { isEaten, isFlavoured } from './category.ts';
import { NOISE, type Token } from './normalise.ts';
import type { Product } from './product.ts';
import type { Spelling, WordIndex } from './word-index.ts';
import { SHORT_STEM } from './word-score.ts';

export interface Candidate {
  readonly product: Product;
  /** 0 … 1. */
  readonly score: number;
}

/** Two products nearer than this are a question. */
export const MIN_MARGIN = 0.05;

/** The first five, as they are shown. */
export function bestOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.slice(0, 5).map(({ product, score }) => ({ product, score: rounded(score) }));
}

export function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** A candidate with the words of the name it explains. */
export interface Ranked extends Candidate {
  readonly explains: ReadonlySet<number>;
  /** The words that stand for its spelling, where each is written so or cut short; else none. */
  readonly spelled: ReadonlySet<string>;
  /** How well those words are met, 1 for letter by letter. */
  readonly quality: number;
  /** It explains nothing but words like `SER`. */
  readonly general: boolean;
}

interface WordHit {
  readonly at: number;
  readonly score: number;
}

/** Products whose spelling is met whole by the words of a name, best first. */
export function rank(
  tokens: readonly Token[],
  brand: FoundBrand | null,
  index: WordIndex,
): Ranked[] {
  const hits = tokens.map(({ text, cut }) => index.matches(text, cut));
  const options = new Map<Spelling, Map<string, WordHit[]>>();
  for (const [at, matches] of hits.entries()) {
    for (const { word, score } of matches) {
      for (const spelling of index.spellingsWith(word)) {
        const words = options.get(spelling) ?? new Map<string, WordHit[]>();
        options.set(spelling, words.set(word, [...(words.get(word) ?? []), { at, score }]));
      }
    }
  }
  // `TORT` is cake, whatever else begins so.
  const texts = tokens.map(({ text, cut }) => ({ text, whole: !cut && index.has(text) }));
  const parents = tokens.map(({ text }) => index.generic(text));
  const weights = tokens.map((token, at) =>
    parents[at] !== undefined ? 0.3 : weightOf(token, brand?.at.includes(at) ?? false),
  );
  const best = new Map<Product, Ranked>();
  for (const [spelling, words] of options) {
    if (words.size < new Set(spelling.words).size) continue;
    const ranked = scored(spelling, words, { texts, weights, parents }, brand);
    if (ranked === null) continue;
    if (ranked.score > (best.get(spelling.product)?.score ?? 0)) {
      best.set(spelling.product, ranked);
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** A brand that stays unexplained says whose it is; one that a spelling holds says what it is. */
const UNEXPLAINED_BRAND_WEIGHT = 0.15;

/** How much it counts that a word stays unexplained. */
function weightOf({ text }: Token, isBrand: boolean): number {
  if (NOISE.has(text) || text.length === 1) return 0.1;
  return isBrand ? UNEXPLAINED_BRAND_WEIGHT : text.length === 2 ? 0.3 : 1;
}

/** Of the category tree: what grows or is laid is sold under brands of its own, if any. */
const GROWN: ReadonlySet<string> = new Set(['produce', 'eggs']);

/** How much a flavour counts that stays unexplained. */
const FLAVOUR_WEIGHT = 0.45;

/** What the words of a name weigh, and the part of the tree that generic ones stand for. */
interface NameWeights {
  readonly texts: readonly { readonly text: string; readonly whole: boolean }[];
  readonly weights: readonly number[];
  readonly parents: readonly (string | undefined)[];
}

function scored(
  spelling: Spelling,
  words: ReadonlyMap<string, readonly WordHit[]>,
  { texts, weights, parents }: NameWeights,
  brand: FoundBrand | null,
): Ranked | null {
  const explains = new Set<number>();
  const spelled = new Set<string>();
  let quality = 0;
  let letters = 0;
  for (const word of spelling.words) {
    const free = (words.get(word) ?? []).filter(({ at }) => !explains.has(at));
    const first = free.sort((a, b) => b.score - a.score || a.at - b.at)[0];
    if (first === undefined) return null;
    if (spelling.words.length === 1 && first.score === SHORT_STEM) return null;
    explains.add(first.at);
    const printed = texts[first.at];
    if (printed?.text === word || (printed?.whole === false && word.startsWith(printed.text))) {
      spelled.add(printed.text);
    }
    quality += first.score * word.length;
    letters += word.length;
  }
  const brandsMet =
    (brand?.at ?? []).filter((at) => explains.has(at)).length * (1 - UNEXPLAINED_BRAND_WEIGHT);
  // In Polish the first word says what it is, the others which one. Two letters are a till's code.
  const first = weights.findIndex((weight) => weight > 0.3);
  const head = first < 0 ? weights.findIndex((weight) => weight >= 0.3) : first;
  const hasHead = head < 0 || explains.has(head) || brandsMet > 0;
  // Tea, ice cream or soap is called after what it tastes or smells of; plums with chocolate are sweets.
  const flavoured = !spelling.ambiguous && isFlavoured(spelling.product.category);
  const taste = flavoured && hasHead && head >= 0 ? FLAVOUR_WEIGHT : 1;
  const weightAt = (weight: number, at: number) => (explains.has(at) ? weight : weight * taste);
  const all = weights.map(weightAt).reduce((sum, weight) => sum + weight, brandsMet);
  const explained = [...explains].reduce((sum, at) => sum + (weights[at] ?? 0), brandsMet);
  const makes = brand?.brand.makes ?? [];
  const parent = spelling.product.category.split('/')[0] ?? '';
  // `SER FAVITA` is of dairy: what else the second word may mean is not meant.
  // `WHISKAS KURCZAK` is of pets: what its brand makes is not food.
  // `TYMBARK MANGO` is no fruit: what a brand of drinks is called after it does not sell.
  const foreign = makes.length > 0 && !makes.includes(parent);
  const inedible = foreign && (GROWN.has(parent) || isEaten(parent) !== makes.some(isEaten));
  const strange =
    inedible || parents.some((one, at) => one !== undefined && one !== parent && !explains.has(at));
  const likely = makes.length === 0 ? 0 : makes.includes(parent) ? 0.02 : -0.04;
  const general = [...explains].every((at) => parents[at] !== undefined);
  const met = quality / letters;
  const score =
    met * (0.62 + 0.28 * (explained / all)) + (hasHead ? 0.1 : 0) + likely - (strange ? 0.25 : 0);
  return {
    product: spelling.product,
    score: Math.max(0, Math.min(1, score)),
    explains,
    spelled: spelled.size === explains.size ? spelled : new Set(),
    quality: met,
    general,
  };
}
