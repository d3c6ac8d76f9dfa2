import { matchesFood } from '#shared/cooking-requests/contains-food.ts';
import type { ChefState } from '#shared/orchestration/agents/chef-state.ts';
import { products } from '#shared/products/product.ts';
import { type Substitution, substitutionsFor } from '#shared/products/relation/substitutions.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { formatAmount } from '#shared/recipes/ingredients/format-amount.ts';
import {
  type Ingredient,
  type Language,
  type Recipe,
  readAs,
} from '#shared/recipes/model/recipe.ts';
import { gramsOf } from '#shared/recipes/nutrition.ts';
import { isInStock } from '#shared/recipes/rank/cover-need.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';

export interface Change {
  readonly from: string;
  /** Null when it is left out. */
  readonly to: string | null;
  /** How it differs, above all in allergens. */
  readonly note: string | null;
  readonly fromId: string | null;
  readonly toId: string | null;
}

export type Adapted =
  | { readonly ok: true; readonly recipe: Recipe; readonly changes: readonly Change[] }
  /** `main`: without it, it is another dish; `none`: nothing known can stand in for it. */
  | { readonly ok: false; readonly why: 'not-in-it' | 'main' | 'none'; readonly item: string };

/** More of the mass than this, and the dish is made of it. */
const MAIN_SHARE = 0.35;

/** The recipe without a thing; not when it is what the dish is made of. */
export function leaveOut(recipe: Recipe, food: NamedFood): Adapted {
  const gone = recipe.ingredients.filter((line) =>
    matchesFood(line, food, readAs(recipe.language)),
  );
  const [first] = gone;
  if (first === undefined) return { ok: false, why: 'not-in-it', item: food.name };
  if (gone.some((line) => isMain(recipe, line)))
    return { ok: false, why: 'main', item: first.item };
  const ingredients = recipe.ingredients.filter((line) => !gone.includes(line));
  const changes = gone.map(({ item, productId }) => {
    return { from: item, to: null, note: null, fromId: productId, toId: null };
  });
  return { ok: true, recipe: { ...recipe, ingredients }, changes };
}

/** The recipe with something else in place of a thing: what is in the house before what is not. */
export function replace(recipe: Recipe, food: NamedFood, snapshot: HouseholdSnapshot): Adapted {
  const line = recipe.ingredients.find((one) => matchesFood(one, food, readAs(recipe.language)));
  if (line === undefined) return { ok: false, why: 'not-in-it', item: food.name };
  const found = bestSubstitution(line.productId ?? food.productId, snapshot, () => true);
  if (found === undefined) return { ok: false, why: 'none', item: line.item };
  return withReplaced(recipe, new Map([[line, found]]));
}

/** The recipe without anything of animals; not when something of them cannot be replaced. */
export function veganise(recipe: Recipe, snapshot: HouseholdSnapshot): Adapted {
  const vegan = gateFor([
    { id: 'vegan', name: 'vegan', diet: 'vegan', allergies: [], dislikes: [] },
  ]);
  const breaks = (line: Ingredient) =>
    vegan.judge({ ...recipe, title: '', steps: [], ingredients: [line] }).effect === 'block';
  const swaps = new Map<Ingredient, Substitution | null>();
  for (const line of recipe.ingredients.filter(breaks)) {
    const found = bestSubstitution(line.productId, snapshot, (one) => one.vegan);
    if (found === undefined && isMain(recipe, line))
      return { ok: false, why: 'none', item: line.item };
    swaps.set(line, found ?? null);
  }
  return withReplaced(recipe, swaps);
}

/** The recipe with what was left out and replaced before in a session. */
export function adaptedAsBefore(
  recipe: Recipe,
  { without, replaced }: Pick<ChefState, 'without' | 'replaced'>,
): Recipe {
  const language = readAs(recipe.language);
  const ingredients = recipe.ingredients.flatMap((line) => {
    if (without.some((thing) => matchesFood(line, thing, language))) return [];
    const to = replaced.find(({ from }) => from === line.productId)?.to;
    const swap = substitutionsFor(line.productId).find((one) => one.with === to);
    return [swap === undefined ? line : swapped(line, swap, language)];
  });
  return { ...recipe, ingredients };
}

function withReplaced(
  recipe: Recipe,
  swaps: ReadonlyMap<Ingredient, Substitution | null>,
): Adapted {
  const language = readAs(recipe.language);
  const ingredients = recipe.ingredients.flatMap((line) => {
    const swap = swaps.get(line);
    if (swap === undefined) return [line];
    return swap === null ? [] : [swapped(line, swap, language)];
  });
  const changes = [...swaps].map(([line, swap]) => ({
    from: line.item,
    to: swap === null ? null : productName(swap.with, language),
    note: swap?.note[language] ?? null,
    fromId: line.productId,
    toId: swap?.with ?? null,
  }));
  return { ok: true, recipe: { ...recipe, ingredients }, changes };
}

/** As much of the substitute as the ratio says, in grams; without an amount where none is known. */
function swapped(
  line: Ingredient,
  { with: productId, ratio }: Substitution,
  language: Language,
): Ingredient {
  const item = productName(productId, language);
  const grams = gramsOf(line);
  const blank = { note: null, productId, item, optional: line.optional };
  if (grams === null) return { ...blank, text: item, amount: null, quantity: null };
  const value = String(Math.max(1, Math.round(grams * ratio)));
  return {
    ...blank,
    text: `${formatAmount(Number(value), 'g', language)} ${item}`,
    amount: { value, upTo: null, measure: 'g' },
    quantity: { value, unit: 'g' },
  };
}

function bestSubstitution(
  productId: string | null,
  { facts: { stock }, gate }: HouseholdSnapshot,
  fits: (one: Substitution) => boolean,
): Substitution | undefined {
  const possible = substitutionsFor(productId).filter((one) => fits(one) && gate.allowed(one.with));
  return possible.find((one) => isInStock(one.with, stock)) ?? possible[0];
}

/** Named in the title, or a good part of the mass. */
function isMain(recipe: Recipe, line: Ingredient): boolean {
  const food = { name: line.item, productId: null };
  const title = { ...line, item: recipe.title, text: recipe.title, productId: null };
  if (matchesFood(title, food, readAs(recipe.language))) return true;
  const all = recipe.ingredients
    .filter(({ productId }) => productId !== 'woda')
    .reduce((sum, one) => sum + (gramsOf(one) ?? 0), 0);
  return all > 0 && (gramsOf(line) ?? 0) / all > MAIN_SHARE;
}

/** A product as people say it. */
export function productName(id: string, language: Language): string {
  return products().get(id)?.[language] ?? id;
}
