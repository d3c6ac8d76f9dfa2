import { expect, it } from 'vitest';
import { cheapestCover, type PricedBatch } from '#shared/planning/bound/cheapest-cover.ts';
import { UNPLANNED } from '#shared/planning/model.ts';
import { seededRandom } from '#shared/planning/random.ts';
import { drawn } from '#test/support/drawn.ts';

it('feeds every slot once at the least price, as trying all batches does', () => {
  for (let seed = 0; seed < drawn(2000); seed += 1) {
    const random = seededRandom(seed);
    const batches = Array.from({ length: 5 }, (_, source) =>
      Array.from({ length: random.below(4) }, () => ({
        eaters: [1, 2, 3]
          .map((ahead) => source + ahead)
          .filter((e) => e < 5 && random.next() < 0.4),
        price: random.below(2000) - 500,
      })),
    );
    const { price, batches: chosen } = cheapestCover(batches);
    expect(price).toBe(cheapestOfAll(batches, 0, []));
    const fed = chosen.flatMap(({ eaters }) => eaters);
    expect(new Set(fed).size).toBe(fed.length);
  }
});

it('leaves a slot without a meal where nothing is cooked', () => {
  expect(cheapestCover([[], [{ eaters: [], price: 7 }]])).toEqual({
    price: UNPLANNED + 7,
    batches: [{ eaters: [], price: 7 }],
  });
});

function cheapestOfAll(
  batches: readonly (readonly PricedBatch[])[],
  slot: number,
  fed: readonly number[],
): number {
  if (slot === batches.length) return 0;
  if (fed.includes(slot)) return cheapestOfAll(batches, slot + 1, fed);
  const prices = (batches[slot] ?? [])
    .filter(({ eaters }) => eaters.every((eater) => !fed.includes(eater)))
    .map(({ eaters, price }) => price + cheapestOfAll(batches, slot + 1, [...fed, ...eaters]));
  return Math.min(UNPLANNED + cheapestOfAll(batches, slot + 1, fed), ...prices);
}
