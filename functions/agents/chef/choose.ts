import { containsFood } from '#shared/cooking-requests/contains-food.ts';
import type { Criteria } from '#shared/cooking-requests/criteria.ts';
import { judgeForRequest } from '#shared/cooking-requests/judge-request.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { type Ranked, rank } from '#shared/recipes/rank/rank.ts';
import { recipeSearch } from '#shared/recipes/rank/recipe-search.ts';
import { RefusedRecipes, type RefusedView } from '#shared/recipes/rank/refused-recipes.ts';
import type { UsableLot } from '#shared/recipes/rank/stock.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';

/** What had to be dropped so that anything was found. Diets, exclusions and equipment never are. */
export type DroppedCriterion = 'dish' | 'have' | 'minutes' | 'meal';

export interface Choice {
  readonly best: readonly Ranked[];
  readonly dropped: readonly DroppedCriterion[];
  readonly facts: HouseholdSnapshot['facts'];
  /** What meets the criteria and somebody who eats must not have. */
  readonly refused: RefusedView;
}

const MAX_OFFERS = 3;
/** Lots that a message only mentions; they lie in no pantry. */
export const MENTIONED_LOT = 'said:';

/**
 * The best three for the criteria; when there are none, for the criteria without what matters least.
 * What is refused is told of the criteria as they were asked.
 */
export function choose(
  criteria: Criteria,
  snapshot: HouseholdSnapshot,
  language: Language,
): Choice {
  const facts = {
    ...snapshot.facts,
    stock: withMentioned(criteria, snapshot),
    useExpiring: criteria.useExpiring,
  };
  const household = { ...snapshot, facts };
  const refused = new RefusedRecipes();
  let best = bestOf(criteria, household, language, refused);
  const dropped: DroppedCriterion[] = [];
  let asked = criteria;
  for (const next of ['dish', 'have', 'minutes', 'meal'] as const) {
    if (best.length > 0) break;
    const isEmpty = next === 'have' ? asked.have.length === 0 : asked[next] === null;
    if (isEmpty) continue;
    dropped.push(next);
    asked = { ...asked, [next]: next === 'have' ? [] : null };
    best = bestOf(asked, household, language);
  }
  return { best, dropped, facts, refused: refused.view() };
}

/**
 * Those with the most of the named things first, each with at least one of them.
 * @param refused is told of everything that is blocked; then the ranking is read to its end
 */
function bestOf(
  criteria: Criteria,
  { book, facts, ...snapshot }: HouseholdSnapshot,
  language: Language,
  refused?: RefusedRecipes,
): Ranked[] {
  const { have } = criteria;
  const isAsked = fitsOf(criteria, language);
  const namedOf = new Map<string, number>();
  const byNamed: Ranked[][] = Array.from({ length: have.length + 1 }, () => []);
  const ranking = rank(book, facts, judgeForRequest(criteria, snapshot.gate.judge), {
    fits: (indexed) => {
      if (!isAsked(indexed)) return false;
      const named = have.filter((thing) => containsFood(indexed.recipe, thing)).length;
      namedOf.set(indexed.recipe.id, named);
      return named > 0 || have.length === 0;
    },
    onBlocked: (weighed, judgement) => refused?.add(weighed, judgement),
  });
  for (const ranked of ranking) {
    byNamed[namedOf.get(ranked.indexed.recipe.id) ?? 0]?.push(ranked);
    const isFull = (byNamed[have.length]?.length ?? 0) >= MAX_OFFERS;
    if (isFull && refused === undefined) break;
  }
  return byNamed.reverse().flat().slice(0, MAX_OFFERS);
}

function fitsOf({ minutes, meal, withoutEquipment, dish }: Criteria, language: Language) {
  const isDish = dish === null ? () => true : recipeSearch(dish);
  return (indexed: IndexedRecipe): boolean => {
    const { recipe } = indexed;
    const own = !/^(?:pl|en)-/.test(recipe.id);
    if (recipe.language !== language && !own) return false;
    if (minutes !== null && (indexed.minutes === null || indexed.minutes > minutes)) return false;
    if (withoutEquipment.some((thing) => recipe.equipment.includes(thing))) return false;
    if (meal !== null && recipe.meals.length > 0 && !recipe.meals.includes(meal)) return false;
    // Who names neither a meal nor a dish wants a meal, and no sauce or cake.
    if (meal === null && dish === null && !isMain(indexed)) return false;
    return isDish(indexed);
  };
}

function isMain({ recipe: { meals } }: IndexedRecipe): boolean {
  return (
    meals.length === 0 || meals.some((meal) => ['breakfast', 'lunch', 'dinner'].includes(meal))
  );
}

/** The pantry, and what somebody says is there although nobody wrote it down. */
function withMentioned(
  { have }: Criteria,
  { facts: { stock }, gate }: HouseholdSnapshot,
): HouseholdSnapshot['facts']['stock'] {
  const added = new Map<string, readonly UsableLot[]>();
  for (const { name, productId } of have) {
    if (productId === null || stock.has(productId) || added.has(productId)) continue;
    const lot = mentionedLot(name, productId);
    if (gate.judgeLot(lot).effect !== 'block') added.set(productId, [lot]);
  }
  // The same stock is not weighed anew.
  return added.size === 0 ? stock : new Map([...stock, ...added]);
}

/** Of an unknown amount, so that having any counts as having enough. */
function mentionedLot(name: string, productId: string): UsableLot {
  const nothing = { printed: null, category: null, expires: null, daysLeft: null, grams: null };
  return {
    id: `${MENTIONED_LOT}${productId}`,
    productId,
    name,
    amount: 1,
    unit: 'said',
    ...nothing,
  };
}
