import { ocrSkeleton } from '#shared/language/ocr-skeleton.ts';
import { normaliseName } from './normalise.ts';
import { type Product, products } from './product.ts';
import type { Candidate } from './rank.ts';

/** One spelling of a product, by how much all its pieces weigh. */
interface Spelling {
  readonly product: Product;
  weight: number;
}

interface NgramIndex {
  readonly spellingsWith: ReadonlyMap<string, readonly Spelling[]>;
  readonly weightOf: (piece: string) => number;
}

/** How much more it counts that a spelling is met than that the name has nothing else. */
const SPELLING_WEIGHT = 0.6;
/** Below this, what names have in common is common. */
const MIN_SIMILARITY = 0.4;
/** Letters alone are never as good as words. */
const MAX_SCORE = 0.79;

/** Shorter ones resemble everything that holds them. */
const MIN_NAME_LENGTH = 4;

let known: NgramIndex | undefined;

/**
 * Products whose spellings have pieces of two and three letters in common with a name, best first, at
 * most five. Finds what no word does, because each is damaged or cut at its head; it knows nothing about
 * words, so it may only be asked with.
 */
export function ngramCandidates(name: string): Candidate[] {
  const text = normaliseName(name);
  if (text.length < MIN_NAME_LENGTH) return [];
  const { spellingsWith, weightOf } = ngramIndex();
  const shared = new Map<Spelling, number>();
  let whole = 0;
  for (const piece of ngramsOf(text)) {
    whole += weightOf(piece);
    for (const spelling of spellingsWith.get(piece) ?? []) {
      shared.set(spelling, (shared.get(spelling) ?? 0) + weightOf(piece));
    }
  }
  const best = new Map<Product, number>();
  for (const [{ product, weight }, common] of shared) {
    const alike = (common / weight) ** SPELLING_WEIGHT * (common / whole) ** (1 - SPELLING_WEIGHT);
    if (alike >= MIN_SIMILARITY && alike > (best.get(product) ?? 0)) best.set(product, alike);
  }
  return [...best]
    .map(([product, alike]) => ({ product, score: MAX_SCORE * alike }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
}

/** Made at the first question. A piece weighs the more, the fewer spellings have it. */
function ngramIndex(): NgramIndex {
  if (known !== undefined) return known;
  const spellingsWith = new Map<string, Spelling[]>();
  const all: (readonly [Spelling, ReadonlySet<string>])[] = [];
  for (const product of products().values()) {
    for (const text of new Set([normaliseName(product.pl), ...product.aliases])) {
      const spelling = { product, weight: 0 };
      const found = ngramsOf(text);
      all.push([spelling, found]);
      for (const piece of found) {
        const list = spellingsWith.get(piece) ?? [];
        list.push(spelling);
        spellingsWith.set(piece, list);
      }
    }
  }
  const weightOf = (piece: string) =>
    Math.log(all.length / ((spellingsWith.get(piece)?.length ?? 0) + 1));
  for (const [spelling, found] of all) {
    for (const piece of found) spelling.weight += weightOf(piece);
  }
  known = { spellingsWith, weightOf };
  return known;
}

/** Of two and three letters, spaces left out and what OCR confuses folded together. */
function ngramsOf(text: string): Set<string> {
  const letters = ` ${ocrSkeleton(text)} `;
  const found = new Set<string>();
  for (let at = 0; at + 2 <= letters.length; at += 1) {
    found.add(letters.slice(at, at + 2));
    if (at + 3 <= letters.length) found.add(letters.slice(at, at + 3));
  }
  return found;
}
