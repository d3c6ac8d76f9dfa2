import { beforeAll, describe, expect, test } from 'vitest';
import { ALLERGENS, type Person } from '#shared/households/person.ts';
import { planDeduction } from '#shared/pantry/deduction.ts';
import { FOR_COOKING, inFefoOrder } from '#shared/pantry/fefo.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { lotsForMeal } from '#shared/recipes/lots-for-meal.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import { factsFor } from '#shared/recipes/rank/facts-for.ts';
import { type IndexedRecipe, indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { rank } from '#shared/recipes/rank/rank.ts';
import { showRanked } from '#shared/recipes/rank/show.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { containedIn } from '#test/shared/safety/foods.ts';
import { drawn } from '#test/support/drawn.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { type RandomLot, randomPantry, stockLotOf } from './random-pantry.ts';

const MEALS = drawn(10_000);
const TODAY = '2026-12-01';
const book = [...shippedRecipes().values()].map(indexRecipe);

/** One who must not eat each of the allergens, and some who may. */
const PEOPLE: readonly Person[] = [
  ...ALLERGENS.map((code) => diner(code, { allergies: [{ code, severity: 'allergy' }] })),
  ...(['peanuts', 'milk'] as const).map((code) =>
    diner(`${code} a little`, { allergies: [{ code, severity: 'intolerance' }] }),
  ),
  diner('anybody', {}),
  diner('vegetarian', { diet: 'vegetarian' }),
];

function diner(name: string, more: Partial<Person>): Person {
  return { id: name, name, diet: null, allergies: [], dislikes: [], ...more };
}

interface Meal {
  readonly diners: readonly Person[];
  readonly lots: ReadonlyMap<string, RandomLot>;
  /** Undefined where the recipe itself is refused. */
  readonly shown: RankedView | undefined;
  readonly offered: readonly string[];
  readonly booked: readonly string[];
}

/** The lots that a diner must not eat by how they were put together, or by what their words say. */
function harmful({ diners, lots }: Meal, ids: readonly string[]): string[] {
  const codes = diners.flatMap(({ allergies }) =>
    allergies.flatMap((one) => ('code' in one && one.severity === 'allergy' ? one.code : [])),
  );
  return ids.flatMap((id) => {
    const lot = lots.get(id);
    if (lot === undefined) throw new Error(`no lot ${id}`);
    const words = [lot.row.product_name, lot.printed ?? ''];
    const has = new Set<string>([...lot.named, ...words.flatMap((text) => [...containedIn(text)])]);
    return codes.filter((code) => has.has(code)).map((code) => `${code}: ${words.join(' | ')}`);
  });
}

describe(`${MEALS} random pantries, recipes and people`, () => {
  const random = randomFrom(20_261_201);
  const meals: Meal[] = [];
  beforeAll(() => {
    for (let index = 0; index < MEALS; index += 1) meals.push(randomMeal());
  });

  function randomMeal(): Meal {
    const indexed = pickOf(book);
    const diners = [0, 1, 2].slice(0, random.whole(1, 3)).map(() => pickOf(PEOPLE));
    const lots = randomPantry(random, indexed.recipe);
    const gate = gateFor([...new Set(diners)]);
    const shown = shownTo(indexed, lots, gate);
    const booked = bookedFor(indexed.recipe, lots, gate);
    const offered = shown?.uses.map(({ lotId }) => lotId) ?? [];
    return { diners, lots: new Map(lots.map((lot) => [lot.row.id, lot])), shown, offered, booked };
  }

  function pickOf<T>(choices: readonly T[]): T {
    const chosen = choices[random.whole(0, choices.length - 1)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  test('offer no lot that one of those who eat must not have', () => {
    expect(meals.flatMap((meal) => harmful(meal, meal.offered))).toEqual([]);
  });

  test('book none either', () => {
    expect(meals.flatMap((meal) => harmful(meal, meal.booked))).toEqual([]);
  });

  test('name a lot either as used or as left alone, never as both', () => {
    for (const { shown } of meals) {
      const avoided = shown?.avoided.map(({ lotId }) => lotId) ?? [];
      expect(shown?.uses.filter(({ lotId }) => avoided.includes(lotId)) ?? []).toEqual([]);
    }
  });

  test('are not all empty: a third uses lots, a third would book some, one in twenty leaves some alone', () => {
    const avoided = meals.filter(({ shown }) => (shown?.avoided.length ?? 0) > 0);
    const used = meals.filter(({ offered }) => offered.length > 0);
    const booked = meals.filter((meal) => meal.booked.length > 0);
    process.stdout.write(
      `${MEALS} meals: ${used.length} use lots, ${booked.length} would book, ${avoided.length} leave some alone\n`,
    );
    expect(avoided.length).toBeGreaterThan(0.05 * MEALS);
    expect(used.length).toBeGreaterThan(0.3 * MEALS);
    expect(booked.length).toBeGreaterThan(0.3 * MEALS);
  });
});

function shownTo(
  indexed: IndexedRecipe,
  lots: readonly RandomLot[],
  gate: ReturnType<typeof gateFor>,
): RankedView | undefined {
  const read = {
    today: TODAY,
    lots: lots.map(stockLotOf),
    prices: new Map(),
    cookedDaysAgo: new Map(),
    useExpiring: false,
    locale: 'pl' as const,
  };
  const facts = factsFor(read, gate.judgeLot);
  const [ranked] = rank([indexed], facts, gate.judge);
  return ranked && showRanked(ranked, facts, gate);
}

/** What cooking takes: a refused recipe too, for its lots must be no way around the gate. */
function bookedFor(
  { ingredients }: Recipe,
  lots: readonly RandomLot[],
  { judgeLot }: ReturnType<typeof gateFor>,
): string[] {
  const needs = ingredients.flatMap(({ productId: id, item: name, quantity }) => {
    if (quantity === null) return [];
    return [
      { product: { id, name }, amount: { value: exactly(quantity.value), unit: quantity.unit } },
    ];
  });
  const rows = inFefoOrder(
    lots.map(({ row }) => row),
    TODAY,
  );
  const printed = new Map(lots.flatMap(({ row, printed }) => (printed ? [[row.id, printed]] : [])));
  const { usable } = lotsForMeal(rows, printed, judgeLot);
  const { withdrawals } = planDeduction(needs, usable, FOR_COOKING, TODAY);
  return [...new Set(withdrawals.map(({ lotId }) => lotId))];
}
