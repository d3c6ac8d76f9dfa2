import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import foodkeeper from '#shared/expiry/data/foodkeeper.json' with { type: 'json' };
import rules from '#shared/expiry/data/rules.json' with { type: 'json' };

const Span = z.optional(z.tuple([z.number(), z.number()]));
const Spans = z.object({ pantry: Span, fridge: Span, freezer: Span, opened: Span });
const Sourced = z.extend(Spans, {
  kind: z.string(),
  never: z.optional(z.boolean()),
  packed: z.optional(z.object({ pantry: Span, fridge: Span })),
  foodkeeper: z.optional(z.number()),
  packedFoodkeeper: z.optional(z.number()),
  own: z.optional(z.string()),
  longer: z.optional(z.record(z.string(), z.string())),
});
type Sourced = z.infer<typeof Sourced>;

const records = new Map(foodkeeper.map((record) => [record.id, Spans.parse(record)]));
const all = Object.entries({ ...rules.kinds, ...rules.products }).map(
  ([key, rule]) => [key, Sourced.parse(rule)] as const,
);

/** The places of a rule in which it gives more days than its record, with whether a reason is given. */
function longerThanRecord(rule: Sourced) {
  const own = records.get(rule.foodkeeper ?? -1);
  const packed = records.get(rule.packedFoodkeeper ?? rule.foodkeeper ?? -1);
  const pairs = [
    ['pantry', rule.pantry, own?.pantry],
    ['fridge', rule.fridge, own?.fridge],
    ['freezer', rule.freezer, own?.freezer],
    // A record without days once open means that opening changes nothing.
    ['opened', rule.opened, own?.opened ?? own?.fridge],
    ['packed', rule.packed?.pantry, packed?.pantry],
    ['packed', rule.packed?.fridge, packed?.fridge],
  ] as const;
  return pairs.flatMap(([place, ours, theirs]) =>
    ours !== undefined && theirs !== undefined && ours[1] > theirs[1] ? [place] : [],
  );
}

describe('beside FoodKeeper', () => {
  test('every rule names its record, or says why it has none', () => {
    const unfounded = all.filter(([, rule]) =>
      rule.foodkeeper === undefined ? !rule.own : !records.has(rule.foodkeeper),
    );
    expect(unfounded.map(([key]) => key)).toEqual([]);
    expect(
      all.filter(([, rule]) => rule.packedFoodkeeper && !records.has(rule.packedFoodkeeper)),
    ).toEqual([]);
    expect(all.filter(([, rule]) => rule.foodkeeper !== undefined).length).toBeGreaterThan(180);
  });

  test('no rule keeps longer than its record, unless it says why', () => {
    const silent = all.flatMap(([key, rule]) =>
      longerThanRecord(rule)
        .filter((place) => !rule.longer?.[place])
        .map((place) => `${key} ${place}`),
    );
    expect(silent).toEqual([]);
  });

  test('a reason stands only where something is longer', () => {
    const idle = all.flatMap(([key, rule]) =>
      Object.keys(rule.longer ?? {})
        .filter((place) => place !== 'pantry' || key !== 'milk')
        .filter((place) => !longerThanRecord(rule).some((longer) => longer === place))
        .map((place) => `${key} ${place}`),
    );
    expect(idle).toEqual([]);
  });

  test('what has a use-by date has no exception but those of its own package', () => {
    const perishable = all.filter(([, { kind, longer }]) => kind === 'use-by' && longer);
    expect(perishable.map(([key, { longer }]) => [key, Object.keys(longer ?? {})])).toEqual([
      ['milk', ['pantry']],
    ]);
  });

  test('what never expires has no spans, and a reason', () => {
    const never = all.filter(([, rule]) => rule.never);
    expect(never.map(([key]) => key)).toEqual(
      expect.arrayContaining(['sol', 'cukier', 'miod', 'ocet']),
    );
    for (const [key, { own, pantry, fridge, opened }] of never) {
      expect([pantry, fridge, opened], key).toEqual([undefined, undefined, undefined]);
      expect(own, key).toBeTruthy();
    }
  });
});
