import type { Locale } from '#shared/context/locale.ts';
import { picturesOf } from '#shared/language/key-of-name.ts';
import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import { type Category, categories, kindOf } from './category.ts';
import { choicesOf } from './choices.ts';
import { matchProduct } from './match-product.ts';
import { type Product, products } from './product.ts';
import type { ProductHit } from './product-schema.ts';

/** A product that exists only in this household. */
export interface OwnProduct {
  readonly name: string;
  readonly category: string | null;
}

/**
 * Products that a person may mean while typing, best first: names that begin so, names with words
 * that do, receipt spellings, then what is merely like it.
 */
export function searchProducts(
  q: string,
  own: readonly OwnProduct[],
  locale: Locale,
  limit: number,
): ProductHit[] {
  const wanted = wordsOf(q);
  const text = wanted.join(' ');
  if (text === '') return [];
  const hits: ProductHit[] = [];
  for (const { name, category } of own) {
    const score = nameScore(wanted, text, name);
    if (score > 0)
      hits.push(hit({ id: null, name, key: category, source: 'household', score }, locale));
  }
  const likely = new Map(choicesOf(q, matchProduct(q, [])).map((one) => [one.product, one.score]));
  for (const product of products().values()) {
    const score = Math.max(productScore(wanted, text, product), 0.5 * (likely.get(product) ?? 0));
    if (score > 0) {
      hits.push(
        hit(
          {
            id: product.id,
            name: product[locale],
            key: product.category,
            source: 'shipped',
            score,
          },
          locale,
        ),
      );
    }
  }
  return hits
    .sort(
      (a, b) => b.score - a.score || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    )
    .slice(0, limit);
}

function productScore(wanted: readonly string[], text: string, product: Product): number {
  const named = Math.max(nameScore(wanted, text, product.pl), nameScore(wanted, text, product.en));
  const spelled = product.aliases.some((alias) => hasWords(alias.split(' '), wanted));
  return Math.max(named, spelled ? 0.6 : 0);
}

function nameScore(wanted: readonly string[], text: string, name: string): number {
  const words = wordsOf(name);
  const whole = words.join(' ');
  if (whole === text) return 1;
  if (whole.startsWith(text)) return 0.9;
  return hasWords(words, wanted) ? 0.8 : 0;
}

/** Each wanted word begins one of the words. */
function hasWords(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
}

function wordsOf(text: string): string[] {
  const words = upperAscii(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return [...words, ...picturesOf(text)];
}

interface Found {
  readonly id: string | null;
  readonly name: string;
  readonly key: string | null;
  readonly source: ProductHit['source'];
  readonly score: number;
}

function hit({ id, name, key, source, score }: Found, locale: Locale): ProductHit {
  const category = key === null ? undefined : categories.get(key);
  return {
    id,
    name,
    category: category === undefined ? null : shown(category, locale),
    kind: kindOf(key),
    location: category?.location ?? 'pantry',
    unit: category?.unit ?? 'szt',
    source,
    score: Math.round(score * 1000) / 1000,
  };
}

function shown({ key, parent, ...names }: Category, locale: Locale) {
  return { key, name: names[locale], parent: parent[locale] };
}
