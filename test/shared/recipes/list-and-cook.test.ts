import { expect, test } from 'vitest';
import { planDeduction } from '#shared/pantry/deduction.ts';
import { FOR_COOKING, inFefoOrder } from '#shared/pantry/fefo.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { products } from '#shared/products/product.ts';
import { foodName, foodTable } from '#shared/products/relation/foods.ts';
import { servingsFor } from '#shared/products/relation/relation.ts';
import { exactly } from '#shared/quantities/rational.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { coverNeed } from '#shared/recipes/rank/cover-need.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { stockOf } from '#shared/recipes/rank/stock.ts';
import { recipe } from '#test/shared/recipes/rank/rank-case.ts';

const TODAY = '2026-11-24';
const foods = [...new Set([...products().keys(), ...foodTable().names.keys()])];

/** As a recipe and a pantry hold it: by the product's id where there is one, and by name. */
const named = (food: string) => ({
  id: products().has(food) ? food : null,
  name: foodName(food, 'pl'),
});

/** So much of a food asked for. */
function asking(food: string, value = '100', unit: 'g' | 'szt' = 'g'): Recipe {
  const { id, name } = named(food);
  const line = { text: name, item: name, note: null, productId: id, optional: false, amount: null };
  const ingredients = [{ ...line, quantity: { value, unit } }];
  return { ...recipe('pl-jajecznica'), ingredients };
}

/** 5 kg, more than any need: what is dried weighs less, what is canned more. */
function lotOf(food: string): LotRow {
  const { id, name } = named(food);
  return {
    id: `lot of ${food}`,
    product_key: id,
    product_name: name,
    category: null,
    quantity: '5',
    unit: 'kg',
    location: 'pantry',
    opened_at: null,
    expires_on: '2026-12-24',
    expires_kind: 'best-before',
    expires_source: 'rule',
    receipt_item_id: null,
    package_value: null,
    package_unit: null,
    thawed_days: null,
    frozen_limit_on: null,
    origin_lot_id: null,
    version: 1,
    added_at: new Date(0),
  };
}

/** An amount in grams or pieces, to the hundredth: the list counts in floating point. */
function inWords(lotId: string, kind: string, quantity: number, unit: string): string {
  const [factor, named] = unit === 'kg' ? [1000, 'g'] : [1, unit];
  return `${lotId}: ${kind}, ${(quantity * factor).toFixed(2)} ${named}`;
}

/** What the list of recipes says it would use. */
function listed(asked: Recipe, lots: readonly LotRow[]): string[] {
  const stock = stockOf(
    lots.map((lot) => ({
      id: lot.id,
      productId: lot.product_key,
      name: lot.product_name,
      printed: null,
      category: lot.category,
      amount: Number(lot.quantity),
      unit: lot.unit,
      opened: lot.opened_at !== null,
      expires: { date: lot.expires_on ?? TODAY, kind: 'best-before' },
    })),
    TODAY,
  );
  const used: string[] = [];
  for (const need of indexRecipe(asked).needs) {
    coverNeed(need, stock, (lot, share, kind) => {
      used.push(inWords(lot.id, kind, lot.amount * share, lot.unit));
    });
  }
  return used;
}

/** What cooking would book. */
function booked({ ingredients }: Recipe, lots: readonly LotRow[]): string[] {
  const needs = ingredients.map(({ productId, item, quantity }) => ({
    product: { id: productId, name: item },
    amount: { value: exactly(quantity?.value ?? '0'), unit: quantity?.unit ?? 'g' },
  }));
  const unitOf = new Map(lots.map(({ id, unit }) => [id, unit]));
  return planDeduction(needs, lots, FOR_COOKING, TODAY).withdrawals.map(
    ({ lotId, kind, quantity }) => inWords(lotId, kind, Number(quantity), unitOf.get(lotId) ?? ''),
  );
}

test('the list uses and cooking books the same lot for every pair of the relation', () => {
  let pairs = 0;
  const otherwise: string[] = [];
  for (const asked of foods) {
    for (const [food, { kind }] of servingsFor(asked)) {
      const [wanted, lots] = [asking(asked), [lotOf(food)]];
      const used = listed(wanted, lots);
      expect(booked(wanted, lots), `${asked} ← ${food}`).toEqual(used);
      pairs += 1;
      if (used[0]?.includes(`: ${kind},`) !== true) otherwise.push(`${asked} ← ${food}`);
    }
  }
  expect(pairs).toBeGreaterThan(5000);
  expect(otherwise).toEqual([]);
});

test('pieces are compared alike, with pieces and with kilograms', () => {
  for (const [asked, food] of [
    ['pomidory', 'pomidory-koktajlowe'],
    ['cebula', 'szalotka'],
    ['cebula', 'cebula-czerwona'],
    ['jaja', 'jaja'],
    ['bulka', 'kajzerka'],
    ['cytryny', 'limonki'],
  ] as const) {
    const wanted = asking(asked, '2', 'szt');
    const weighed = lotOf(food);
    const counted = { ...weighed, quantity: '40', unit: 'szt' as const };
    for (const lot of [weighed, counted]) {
      const used = listed(wanted, [lot]);
      expect(used, `${asked} ← ${food}`).toHaveLength(1);
      expect(booked(wanted, [lot]), `${asked} ← ${food}`).toEqual(used);
    }
  }
  const cherry = { ...lotOf('pomidory-koktajlowe'), quantity: '40', unit: 'szt' as const };
  const [taken = ''] = booked(asking('pomidory', '2', 'szt'), [cherry]);
  expect(Number(/, ([\d.]+) szt/.exec(taken)?.[1])).toBeGreaterThan(8);
});

test('and neither takes one food for another that is in no relation to it', () => {
  let at = 0;
  for (const asked of foods) {
    // A walk through all foods in steps that meet each once.
    for (let step = 0; step < 3; step += 1) {
      at = (at + 389) % foods.length;
      const food = foods[at] ?? '';
      if (servingsFor(asked).has(food)) continue;
      const [wanted, lots] = [asking(asked), [lotOf(food)]];
      expect([listed(wanted, lots), booked(wanted, lots)], `${asked} ← ${food}`).toEqual([[], []]);
    }
  }
});

test('of many lots both take the same ones in the same order', () => {
  const stand = { ...lotOf('ser-zolty'), expires_on: '2026-11-25' };
  const soon = { ...lotOf('gouda'), id: 'soon', quantity: '0.04', expires_on: '2026-11-26' };
  const open = { ...soon, id: 'open', opened_at: new Date(0) };
  const late = { ...soon, id: 'late', expires_on: '2026-12-30' };
  const wanted = asking('gouda');
  const inOrder = ['open: same, 40.00 g', 'soon: same, 40.00 g', 'late: same, 20.00 g'];
  const lots = inFefoOrder([late, stand, soon, open], TODAY);
  expect(listed(wanted, [late, stand, soon, open])).toEqual(inOrder);
  expect(booked(wanted, lots)).toEqual(inOrder);
  expect(booked(wanted, [stand, soon])).toEqual(listed(wanted, [stand, soon]));
  expect(booked(wanted, [stand, soon])).toEqual([
    'soon: same, 40.00 g',
    'lot of ser-zolty: stands-in, 60.00 g',
  ]);
});

test('what is long past its best-before date comes after what stands in', () => {
  const old = { ...lotOf('gouda'), expires_on: '2026-09-01' };
  const stand = lotOf('ser-zolty');
  expect(booked(asking('gouda'), [stand, old])).toEqual(['lot of ser-zolty: stands-in, 100.00 g']);
  expect(listed(asking('gouda'), [stand, old])).toEqual(['lot of ser-zolty: stands-in, 100.00 g']);
});
