import { readFileSync } from 'node:fs';
import type { NearestProduct } from '#shared/products/embedding-candidates.ts';
import { matchProduct } from '#shared/products/match-product.ts';

export interface LabelledName {
  readonly name: string;
  /** Ids that are right; empty when only a question is. */
  readonly ids: readonly string[];
}

/**
 * Receipt names with what they mean, written by hand as tills print them. `tuning` was looked at
 * while the matching was made; `held-out` was not, and holds no spelling of the lexicon.
 */
export function labelledNames(set: 'tuning' | 'held-out'): LabelledName[] {
  return readFileSync(`test/data/products/${set}.tsv`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', ids = ''] = line.split('\t');
      return { name, ids: ids.split('/').filter((id) => id !== '-') };
    });
}

export interface PrintedName extends LabelledName {
  readonly food: boolean;
  /** What makes it hard: `brand-hides`, `another-product-hides`, `non-food` … */
  readonly kind: string;
}

/** Names as tills print them, written by somebody who had seen neither lexicon nor code. */
export function namesAsPrinted(): PrintedName[] {
  const [, ...lines] = readFileSync('test/data/products/as-printed.tsv', 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [name = '', ids = '', food = '', kind = ''] = line.split('\t');
    return {
      name,
      ids: ids.split('/').filter((id) => id !== '-'),
      food: food === 'food',
      kind,
    };
  });
}

export type Verdict = 'right' | 'wrong' | 'asked';

/**
 * A question is right where nothing is; elsewhere it is a question, never wrong.
 * @param meant what an embedding model would say about the name
 */
export function verdictOf(
  { name, ids }: LabelledName,
  meant: readonly NearestProduct[] = [],
): Verdict {
  const { productId } = matchProduct(name, [], meant);
  if (productId === null) return ids.length === 0 ? 'right' : 'asked';
  return ids.includes(productId) ? 'right' : 'wrong';
}
