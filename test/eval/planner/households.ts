import { usualPlace } from '#shared/expiry/food.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { ALLERGENS, DIETS, type Person } from '#shared/households/person.ts';
import type { PlanningFacts, ValuedLot } from '#shared/meal-plans/problem/facts.ts';
import {
  type MealWish,
  PLANNED_MEALS,
  type PlanWishes,
} from '#shared/meal-plans/problem/wishes.ts';
import { type Random, seededRandom } from '#shared/planning/random.ts';
import { categories } from '#shared/products/category.ts';
import { type Product, products } from '#shared/products/product.ts';
import { gateFor } from '#shared/recipes/gate.ts';
import { type IndexedRecipe, indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { keepShippedReadings } from '#shared/recipes/readings/shipped-readings.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';

/** The day on which all of them plan: a Saturday. */
export const TODAY = '2026-11-28';

/** A household with what it has and wishes, made up from a seed. */
export interface MadeHousehold {
  readonly seed: number;
  readonly facts: PlanningFacts;
  readonly wishes: PlanWishes;
}

export interface HouseholdSize {
  readonly days: number;
  readonly lots: number;
}

let book: readonly IndexedRecipe[] | undefined;

/** The shipped recipes, ready to be planned with. */
export function shippedBook(): readonly IndexedRecipe[] {
  if (book === undefined) {
    keepShippedReadings();
    book = [...shippedRecipes().values()].map(indexRecipe);
  }
  return book;
}

/** The same household for the same seed: one to five people, some with diets and allergies. */
export function madeHousehold(
  seed: number,
  size: Partial<HouseholdSize> = {},
  recipes = shippedBook(),
): MadeHousehold {
  const random = seededRandom(seed);
  const days = size.days ?? 7;
  const people = Array.from({ length: 1 + random.below(5) }, (_, index) => person(index, random));
  const count = size.lots ?? 12 + people.length * (4 + random.below(6));
  const { judge } = gateFor(people);
  const eaten = recipes.filter(({ recipe }) => judge(recipe).effect !== 'block');
  const foods = eaten.flatMap(kitchenFoods);
  const lots = Array.from({ length: count }, (_, index) =>
    lotOf(index, pick(foods, random), random),
  );
  const facts: PlanningFacts = {
    today: TODAY,
    lots,
    book: recipes,
    packs: new Map(),
    prices: new Map(),
    cookedDaysAgo: new Map(),
    forecast: Array.from({ length: days }, (_, day) => ({
      date: addDays(TODAY, day),
      max: random.below(30),
      precipitation: random.below(8),
    })),
    locale: 'pl',
  };
  const meals = Array.from({ length: days }, (_, day) =>
    PLANNED_MEALS.map((meal) => wishOf(addDays(TODAY, day), meal, people, random)),
  ).flat();
  return { seed, facts, wishes: { from: TODAY, days, meals, budget: null, leftovers: true } };
}

function wishOf(
  date: string,
  meal: MealWish['meal'],
  people: readonly Person[],
  random: Random,
): MealWish {
  const away = random.next() < 0.15 && people.length > 1 ? random.below(people.length) : -1;
  const diners = people.filter((_, index) => index !== away);
  const maxMinutes = meal === 'dinner' && random.next() < 0.2 ? 30 : null;
  return {
    id: `${date} ${meal}`,
    date,
    meal,
    diners,
    servings: diners.length,
    maxMinutes,
    recipeId: null,
    keep: null,
    not: [],
  };
}

function person(index: number, random: Random): Person {
  const id = `00000000-0000-4000-8000-00000000000${index}`;
  const diet = random.next() < 0.15 ? pick(DIETS, random) : null;
  const allergies =
    random.next() < 0.2 ? [{ code: pick(ALLERGENS, random), severity: 'allergy' as const }] : [];
  return { id, name: `P${index}`, diet, allergies, dislikes: [] };
}

/** What a recipe asks for and shops sell by the pack: people have at home what they cook with. */
function kitchenFoods({ needs }: IndexedRecipe): Product[] {
  return needs.flatMap(({ staple, ingredient }) => {
    const product = products().get(ingredient.productId ?? '');
    const isFood = product !== undefined && categories.get(product.category)?.shelfLife != null;
    return isFood && !staple ? product : [];
  });
}

function lotOf(index: number, product: Product, random: Random): ValuedLot {
  const { id: productId, pl: name, category } = product;
  const unit = categories.get(category)?.unit ?? 'g';
  const amounts = { g: 400, kg: 0.8, ml: 500, l: 1, szt: 3, opak: 1 };
  const amount = Math.ceil(amounts[unit] * (0.2 + 1.3 * random.next()) * 10) / 10;
  const food = { productId, name, categoryKey: category };
  const boughtOn = addDays(TODAY, -random.below(5));
  const { date, kind } = shelfLife({ ...food, location: usualPlace(food), boughtOn, packed: true });
  return {
    id: `lot-${index}`,
    productId,
    name,
    printed: null,
    category,
    amount,
    unit,
    opened: random.next() < 0.2,
    expires: date === null ? null : { date: date < TODAY ? TODAY : date, kind },
    value: null,
    frozen: false,
    wasFrozen: false,
  };
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
