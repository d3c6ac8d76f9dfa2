import { expect, test } from 'vitest';
import { choicesOf } from '#shared/products/choices.ts';
import { embeddingText } from '#shared/products/embedding/embedding-text.ts';
import { nearestProducts } from '#shared/products/embedding/nearest-products.ts';
import {
  confirmedByEmbedding,
  type NearestProduct,
  withEmbeddingCandidates,
} from '#shared/products/embedding-candidates.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { products } from '#shared/products/product.ts';
import type { Ranked } from '#shared/products/rank.ts';

function product(id: string) {
  const found = products().get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const ids = (candidates: readonly { product: { id: string } }[]) =>
  candidates.map((one) => one.product.id);

test('a name is embedded as one would write it', () => {
  expect(embeddingText('JOG.NAT.PIĄTNICA 4X125G')).toBe('jog nat piątnica');
  expect(embeddingText('ŚMIETANA 18% B 1L -A')).toBe('śmietana');
  expect(embeddingText('4471 3,2%')).toBe('');
});

/** Twenty products of no interest, at a right angle to what is asked. */
const others = Array.from({ length: 20 }, (_, at) => ({
  id: `other-${at}`,
  vector: Float32Array.of(0, 0, 1),
}));

test('what lies three deviations above the mean of all is near; a product counts by its nearest text', () => {
  // 25 products: one cosine is 1 (by the second of its texts), 24 are 0. The mean is 0.04, the deviation
  // √(1/25 − 0.04²) = 0.19596, and (1 − 0.04) / 0.19596 = 4.899.
  const placed = [
    { id: 'jackfruit', vector: Float32Array.of(0, 1, 0) },
    { id: 'jackfruit', vector: Float32Array.of(1, 0, 0) },
    ...['a', 'b', 'c', 'd'].map((id) => ({ id, vector: Float32Array.of(0, 1, 0) })),
    ...others,
  ];
  expect(nearestProducts(Float32Array.of(1, 0, 0), placed)).toEqual([
    { id: 'jackfruit', deviations: 4.9 },
  ]);
});

test('of two products equally near neither leads; five at most are named', () => {
  // 22 cosines, two of them 1: mean 1/11, deviation √(1/11 − 1/121) = 0.28748, (10/11) / 0.28748 = 3.162.
  const twin = (id: string) => ({ id, vector: Float32Array.of(1, 0, 0) });
  expect(nearestProducts(Float32Array.of(1, 0, 0), [twin('a'), twin('b'), ...others])).toEqual([
    { id: 'a', deviations: 3.16 },
    { id: 'b', deviations: 3.16 },
  ]);
  const many = Array.from({ length: 7 }, (_, at) => twin(`twin-${at}`));
  const crowd = Array.from({ length: 200 }, () => others).flat();
  const apart = crowd.map(({ vector }, at) => ({ id: `one-${at}`, vector }));
  expect(nearestProducts(Float32Array.of(1, 0, 0), [...many, ...apart])).toHaveLength(5);
});

test('a model that finds all products alike says nothing', () => {
  expect(nearestProducts(Float32Array.of(0, 0, 1), others)).toEqual([]);
});

test('candidates of both kinds are one list: two witnesses count more than one', () => {
  const known = new Map([
    [product('ser-zolty'), 0.6],
    [product('twarog'), 0.5],
  ]);
  const meant = [
    { id: 'gouda', deviations: 5.5 },
    { id: 'twarog', deviations: 4 },
    { id: 'no-longer-sold', deviations: 9 },
  ];
  // 1 − 0.5 × 0.6 = 0.7 for both, 0.6 for the words alone, 0.55 for the model alone.
  const list = withEmbeddingCandidates(known, meant);
  expect(ids(list)).toEqual(['twarog', 'ser-zolty', 'gouda']);
  expect(list.map(({ score }) => Math.round(score * 1000) / 1000)).toEqual([0.7, 0.6, 0.55]);
});

test('a model alone never makes a name sure, however near it finds it', () => {
  const meant = [{ id: 'gouda', deviations: 30 }];
  const match = matchProduct('XQZWV', [], meant);
  expect(match).toMatchObject({ productId: null, how: null });
  expect(choicesOf('XQZWV', match, meant)).toEqual([{ product: product('gouda'), score: 0.79 }]);
});

/** A fuzzy match of one word. */
function fuzzy(id: string, score: number, general = false): Ranked {
  return {
    product: product(id),
    score,
    explains: new Set([0]),
    spelled: new Set(),
    quality: 1,
    general,
  };
}
const near = (...list: readonly (readonly [string, number])[]): NearestProduct[] =>
  list.map(([id, deviations]) => ({ id, deviations }));

test('a fuzzy match is taken when the model has the same first and neither hesitates', () => {
  const clear = [fuzzy('parowki', 0.77), fuzzy('indyk', 0.69)];
  const sausages = near(['parowki', 5], ['kielbasa', 4]);
  expect(confirmedByEmbedding(clear, sausages)?.product.id).toBe('parowki');
  expect(confirmedByEmbedding(clear, near(['parowki', 4]))?.product.id).toBe('parowki');
});

test.each<[string, Ranked[], NearestProduct[]]>([
  ['the model has another first', [fuzzy('parowki', 0.77)], near(['indyk', 6], ['parowki', 4])],
  ['the model hesitates', [fuzzy('parowki', 0.77)], near(['parowki', 5], ['kielbasa', 4.1])],
  ['it hardly stands out', [fuzzy('parowki', 0.77)], near(['parowki', 3.9])],
  ['the words hesitate', [fuzzy('parowki', 0.77), fuzzy('indyk', 0.73)], near(['parowki', 9])],
  ['the words say little', [fuzzy('parowki', 0.69)], near(['parowki', 9])],
  ['the words are general', [fuzzy('ser-zolty', 0.79, true)], near(['ser-zolty', 9])],
  ['no word is known', [], near(['parowki', 9])],
  ['the model says nothing', [fuzzy('parowki', 0.77)], []],
])('it is asked when %s', (_when, ranked, meant) => {
  expect(confirmedByEmbedding(ranked, meant)).toBeUndefined();
});
