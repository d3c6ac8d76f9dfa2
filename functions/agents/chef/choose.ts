import { gateFor } from '#shared/recipes/gate.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { search } from '#shared/recipes/rank/find.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import type { Judge } from '#shared/recipes/rank/judge.ts';
import { type Ranked, rank } from '#shared/recipes/rank/rank.ts';
import type { UsableLot } from '#shared/recipes/rank/stock.ts';
import { dietJudge } from '#shared/recipes/recipes.ts';
import type { Kitchen } from './kitchen.ts';
import { hasThing } from './lines.ts';
import type { Wish } from './wish.ts';

/** What had to be let go so that anything was found. Diets, exclusions and equipment never are. */
export type LetGo = 'dish' | 'have' | 'minutes' | 'meal';

export interface Choice {
  readonly best: readonly Ranked[];
  readonly letGo: readonly LetGo[];
  readonly facts: Kitchen['facts'];
}

const OFFERED = 3;
/** Lots that somebody only said to have; they lie in no pantry. */
export const SAID = 'said:';

/** The best three for a wish; when there are none, for the wish without what matters least. */
export function choose(wish: Wish, kitchen: Kitchen, language: Language): Choice {
  const facts = { ...kitchen.facts, stock: withSaid(wish, kitchen), useExpiring: wish.useExpiring };
  const letGo: LetGo[] = [];
  let asked = wish;
  for (const next of ['dish', 'have', 'minutes', 'meal', null] as const) {
    const best = bestOf(asked, { ...kitchen, facts }, language);
    if (best.length > 0 || next === null) return { best, letGo, facts };
    const isEmpty = next === 'have' ? asked.have.length === 0 : asked[next] === null;
    if (isEmpty) continue;
    letGo.push(next);
    asked = { ...asked, [next]: next === 'have' ? [] : null };
  }
  return { best: [], letGo, facts };
}

/** With as many of the named things as one recipe can have, then with fewer. */
function bestOf(wish: Wish, kitchen: Kitchen, language: Language): Ranked[] {
  const judge = judgeOf(wish, kitchen);
  const fits = fitsOf(wish, language);
  const best: Ranked[] = [];
  for (let named = wish.have.length; named >= Math.min(1, wish.have.length); named -= 1) {
    const ranking = rank(kitchen.book, kitchen.facts, judge, {
      fits: (indexed) =>
        fits(indexed) &&
        wish.have.filter((thing) => hasThing(indexed.recipe, thing)).length === named,
    });
    for (const ranked of ranking) {
      best.push(ranked);
      if (best.length === OFFERED) return best;
    }
  }
  return best;
}

/** The household's gate, the diet asked for, and what must not be in it, read as a dislike would be. */
function judgeOf({ diet, without }: Wish, { gate }: Kitchen): Judge {
  const judge = dietJudge(gate.judge, diet ?? undefined);
  if (without.length === 0) return judge;
  const dislikes = without.map(({ name }) => name);
  const wish = gateFor([{ id: 'wish', name: 'wish', diet: null, allergies: [], dislikes }]);
  return (recipe) => {
    const unwanted =
      without.some((thing) => hasThing(recipe, thing)) || wish.judge(recipe).dislikes.length > 0;
    const judgement = judge(recipe);
    return unwanted ? { ...judgement, effect: 'block' } : judgement;
  };
}

function fitsOf({ minutes, meal, withoutEquipment, dish }: Wish, language: Language) {
  const isDish = dish === null ? () => true : search(dish);
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
function withSaid({ have }: Wish, { facts: { stock } }: Kitchen): Kitchen['facts']['stock'] {
  const all = new Map(stock);
  for (const { name, productId } of have) {
    if (productId === null || all.has(productId)) continue;
    all.set(productId, [saidLot(name, productId)]);
  }
  return all;
}

/** Of an unknown amount, so that having any counts as having enough. */
function saidLot(name: string, productId: string): UsableLot {
  const nothing = { category: null, expires: null, daysLeft: null, grams: null };
  return { id: `${SAID}${productId}`, productId, name, amount: 1, unit: 'said', ...nothing };
}
