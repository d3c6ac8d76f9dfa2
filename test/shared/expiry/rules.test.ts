import { expect, test } from 'vitest';
import families from '#shared/expiry/data/family-words.json' with { type: 'json' };
import rules from '#shared/expiry/data/rules.json' with { type: 'json' };
import stateRules from '#shared/expiry/data/state-rules.json' with { type: 'json' };
import { ruleFor } from '#shared/expiry/rule.ts';
import { severityOf } from '#shared/expiry/severity.ts';
import { categories } from '#shared/products/category.ts';
import { products } from '#shared/products/product.ts';

const all = Object.entries({ ...rules.kinds, ...rules.products });

const chosenByWords = [
  ...Object.values(stateRules).flatMap((table) => Object.values<string | null>(table)),
  ...Object.keys(families),
];

test('rules are for kinds of goods, states and products that exist', () => {
  const kinds = new Set<string | null>([
    ...[...categories.values()].map(({ shelfLife }) => shelfLife),
    ...chosenByWords,
  ]);
  expect(Object.keys(rules.kinds).filter((kind) => !kinds.has(kind))).toEqual([]);
  expect(Object.keys(rules.products).filter((id) => !products().has(id))).toEqual([]);
});

test('spans run forward, an open package keeps no longer than a closed one', () => {
  for (const [key, rule] of all) {
    const spans = Object.entries(rule).filter((entry): entry is [string, number[]] =>
      Array.isArray(entry[1]),
    );
    for (const [place, [least = 0, most = 0]] of spans) {
      expect(least, `${key} ${place}`).toBeLessThanOrEqual(most);
    }
    const longest = Math.max(
      ...spans.filter(([place]) => place !== 'opened').map(([, [, most = 0]]) => most),
    );
    const opened = spans.find(([place]) => place === 'opened')?.[1];
    if (opened !== undefined) expect(opened[0], key).toBeLessThanOrEqual(longest);
  }
});

test('a package keeps at least as long as the counter', () => {
  const keys = all.filter(([, rule]) => 'packed' in rule).map(([key]) => key);
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) {
    const rule = ruleFor(key, key);
    for (const place of ['pantry', 'fridge'] as const) {
      const [least, most] = rule?.packed?.[place] ?? [Infinity, Infinity];
      expect(least, key).toBeGreaterThanOrEqual(rule?.[place]?.[0] ?? 0);
      expect(most, key).toBeGreaterThanOrEqual(least);
    }
  }
});

test('what words choose has a rule', () => {
  const known = chosenByWords.filter((name) => name !== null && name !== 'own');
  const missing = known.filter((name) => {
    const kind = categories.get(name ?? '')?.shelfLife ?? name ?? '';
    return ruleFor(name ?? undefined, kind) === undefined;
  });
  expect(missing).toEqual([]);
});

test('a passed use-by forbids, a passed best-before asks to look first', () => {
  const on = '2026-03-10';
  const chicken = { kind: 'use-by', category: 'meat/poultry' } as const;
  expect(severityOf({ ...chicken, date: '2026-03-10' }, on)).toEqual({
    daysLeft: 0,
    severity: 'soon',
  });
  expect(severityOf({ ...chicken, date: '2026-03-09' }, on).severity).toBe('do-not-eat');
  const yogurt = { kind: 'best-before', category: 'dairy/yogurt' } as const;
  expect(severityOf({ ...yogurt, date: '2026-03-20' }, on)).toEqual({
    daysLeft: 10,
    severity: 'none',
  });
  expect(severityOf({ ...yogurt, date: '2026-03-05' }, on)).toEqual({
    daysLeft: -5,
    severity: 'check',
  });
  expect(severityOf({ ...yogurt, date: '2026-02-20' }, on).severity).toBe('doubtful');
  expect(severityOf({ kind: 'best-before', date: '2026-03-09' }, on).severity).toBe('doubtful');
  // A product whose rule knows days of grace has none behind a use-by date.
  expect(severityOf({ ...yogurt, kind: 'use-by', date: '2026-03-09' }, on).severity).toBe(
    'do-not-eat',
  );
  const twarog = { kind: 'use-by', category: 'dairy/curd', productId: 'twarog' } as const;
  expect(severityOf({ ...twarog, date: '2026-03-09' }, on).severity).toBe('do-not-eat');
});
