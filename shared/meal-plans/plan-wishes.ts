import type { Locale } from '#shared/context/locale.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { dinersOf } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { PlannedSlot } from './api/plan-schema.ts';
import type { MealWish, PlanWishes } from './problem/wishes.ts';
import type { StoredWishes, WishedMeal } from './records/stored-plan.ts';

/** What a plan was before it is planned anew. */
export interface Before {
  readonly slots: readonly PlannedSlot[];
  /** Ids of the meals that shall get another dish. */
  readonly swapped: ReadonlySet<string>;
}

const NONE: Before = { slots: [], swapped: new Set() };

/**
 * Wishes with the people behind them.
 * @throws UserError 404 `unknown-person`, `unknown-recipe`; 422 `nobody-eats`, `too-many-terms`
 */
export function planWishes(
  { from, days, budget, leftovers, meals }: StoredWishes,
  people: readonly Person[],
  book: readonly IndexedRecipe[],
  locale: Locale,
  before: Before = NONE,
): PlanWishes {
  const known = new Set(book.map(({ recipe }) => recipe.id));
  const wished = meals.map((meal): MealWish => {
    if (meal.recipeId !== null && !known.has(meal.recipeId)) throw unknownRecipe(meal.recipeId);
    const diners = dinersOf(
      people,
      { people: meal.people ?? undefined, guests: meal.guests },
      locale,
    );
    const avoided = avoidedBy(meal.avoid);
    const was = before.slots.find(({ id }) => id === meal.id);
    const isSwapped = before.swapped.has(meal.id);
    return {
      id: meal.id,
      date: meal.date,
      meal: meal.meal,
      diners: [...diners, ...avoided],
      servings: meal.servings ?? Math.max(1, diners.length),
      maxMinutes: meal.maxMinutes,
      recipeId: dishOf(meal, was),
      keep: isSwapped ? null : (was?.recipe.id ?? null),
      not: isSwapped && was !== undefined ? [was.recipe.id] : [],
    };
  });
  return { from, days, budget, leftovers, meals: wished };
}

/** Nobody who eats, but the gate reads for them what the meal is to be without. */
export function avoidedBy(avoid: WishedMeal['avoid']): Person[] {
  return avoid.map(({ name, diet, allergies }, at) => {
    return { id: `avoid-${at + 1}`, name: name ?? '', diet, allergies, dislikes: [] };
  });
}

/** What was chosen; of a locked meal what it had. */
function dishOf({ recipeId, locked }: WishedMeal, was: PlannedSlot | undefined): string | null {
  return recipeId ?? (locked && was !== undefined ? was.recipe.id : null);
}

function unknownRecipe(id: string): UserError {
  return new UserError('not-found', 'unknown-recipe', {
    pl: `Nie ma przepisu ${id}.`,
    en: `There is no recipe ${id}.`,
  });
}
