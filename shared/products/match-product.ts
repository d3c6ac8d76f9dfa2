import { plain, similarity } from '#shared/receipts/fold.ts';
import { fatContent, type PackageSize, packageSize } from './package-size.ts';
import { type Category, categories, type Product, products } from './product.ts';

/** What this household called a printed name before; it beats everything shipped. */
export interface HouseholdAlias {
  readonly alias: string;
  readonly productId: string;
}

export interface Candidate {
  readonly product: Product;
  /** 0 … 1. */
  readonly score: number;
}

export interface ProductMatch {
  /** Null when nothing is sure enough; `productId` may name a household's own product then. */
  readonly product: Product | null;
  readonly productId: string | null;
  readonly category: Category | null;
  readonly score: number;
  /** Best first, at most five; what a person may choose from. */
  readonly candidates: readonly Candidate[];
  readonly size: PackageSize | null;
  readonly fatPercent: number | null;
  readonly how: 'household' | 'lexicon' | 'fuzzy' | null;
}

/** Below this a match is only a suggestion. */
const SURE = 0.6;

/** A name as it is compared: upper case, no diacritics, no sizes, no column letters. */
export function normaliseName(name: string): string {
  return plain(name.slice(0, 120))
    .replace(/[-\\][A-G][A-Z]?$/, ' ')
    .replace(/(?<!\d)\d{1,6}(?:[.,]\d{1,4})?\s?(?:KG|G|ML|L|SZT|%)(?![A-Z])/g, ' ')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** Finds the product a printed name means: household alias, then shipped spellings, then likeness. */
export function matchProduct(name: string, aliases: readonly HouseholdAlias[]): ProductMatch {
  const wanted = normaliseName(name);
  const facts = { size: packageSize(name), fatPercent: fatContent(name) };
  const own = aliases.find(({ alias }) => normaliseName(alias) === wanted && wanted !== '');
  const candidates = rank(wanted);
  if (own !== undefined) {
    const product = products.get(own.productId) ?? null;
    const category = product === null ? null : (categories.get(product.category) ?? null);
    return {
      product,
      productId: own.productId,
      category,
      score: 1,
      candidates,
      ...facts,
      how: 'household',
    };
  }
  const best = candidates[0];
  if (best === undefined || best.score < SURE) {
    return {
      product: null,
      productId: null,
      category: null,
      score: best?.score ?? 0,
      candidates,
      ...facts,
      how: null,
    };
  }
  return {
    product: best.product,
    productId: best.product.id,
    category: categories.get(best.product.category) ?? null,
    score: best.score,
    candidates,
    ...facts,
    how: best.score >= 0.75 ? 'lexicon' : 'fuzzy',
  };
}

function rank(wanted: string): Candidate[] {
  const tokens = wanted.split(' ').filter((token) => token.length > 1);
  if (tokens.length === 0) return [];
  const scored: Candidate[] = [];
  for (const product of products.values()) {
    const score = Math.max(...product.aliases.map((alias) => aliasScore(tokens, alias)));
    if (score > 0.4) scored.push({ product, score: Math.round(score * 1000) / 1000 });
  }
  return scored.sort((a, b) => b.score - a.score).slice(0, 5);
}

/** Every word of the spelling must be met; more words met and words met sooner are worth more. */
function aliasScore(tokens: readonly string[], alias: string): number {
  const words = alias.split(' ').filter((word) => word.length > 1);
  let sum = 0;
  let letters = 0;
  for (const word of words) {
    const scores = tokens.map((token, index) => wordScore(token, word) - 0.04 * Math.min(index, 5));
    const best = Math.max(0, ...scores);
    if (best <= 0.3) return 0;
    sum += best;
    letters += word.length;
  }
  if (words.length === 0) return 0;
  const covered = Math.min(1, letters / tokens.join('').length);
  return (sum / words.length) * 0.8 + covered * 0.12 + Math.min(words.length, 3) * 0.025;
}

function wordScore(token: string, word: string): number {
  if (token === word) return 1;
  // A spelling is a stem (`BANAN` → `BANANY`); a token may be cut by the till (`CZEKOL`).
  if (word.length >= 4 && token.startsWith(word)) return 0.97;
  if (token.length >= 4 && word.startsWith(token)) return 0.9;
  if (word.length >= 5 && token.length >= 5) {
    const alike = similarity(token, word);
    return alike >= 0.6 ? 0.5 + 0.4 * alike : 0;
  }
  return 0;
}
