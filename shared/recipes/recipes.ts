import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { dinersOf, type WhoEats } from '#shared/households/diners.ts';
import type { Diet } from '#shared/households/person.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { type Page, type PageQuery, readCursor, writeCursor } from '#shared/paging/page.ts';
import { gateFor } from './gate.ts';
import type { Language } from './model/recipe.ts';
import type { RankedView, RefusedRecipe } from './model/recipe-schema.ts';
import { factsFor } from './rank/facts-for.ts';
import type { IndexedRecipe } from './rank/index-recipe.ts';
import type { Judge } from './rank/judge.ts';
import { compareRanked, type Ranked, rank } from './rank/rank.ts';
import { readFacts } from './rank/read-facts.ts';
import { readBook } from './rank/recipe-book.ts';
import { recipeSearch } from './rank/recipe-search.ts';
import { RefusedRecipes } from './rank/refused-recipes.ts';
import { showRanked } from './rank/show.ts';

export interface RecipeFilter extends PageQuery, WhoEats {
  readonly q?: string | undefined;
  readonly maxMissing?: number | undefined;
  readonly maxMinutes?: number | undefined;
  readonly diet?: Diet | undefined;
  readonly language?: Language | undefined;
  readonly own?: boolean | undefined;
  readonly useExpiring: boolean;
}

/**
 * Recipes that are judged beyond a page, only to tell what is refused. A judgement takes some two
 * milliseconds once; a cookbook of many thousands must not take the request's time limit.
 */
const MAX_BEYOND_PAGE = 2_000;

/** The place in a ranked list. */
const Place = z.object({ total: z.number(), id: z.string() });

export interface RecipePage extends Page<RankedView> {
  /** Of all that fits, on whatever page. */
  readonly refused: readonly RefusedRecipe[];
  readonly refusedCount: number;
}

/**
 * What a household could cook, best first, and beside it what would harm somebody who eats.
 * @throws UserError 404 for a person who is not of the household
 */
export async function pageOfRecipes(
  household: HouseholdContext,
  filter: RecipeFilter,
  locale: Language,
): Promise<RecipePage> {
  const after = readCursor(Place, filter.cursor);
  const { useExpiring, maxMissing, limit } = filter;
  const { read, book, people } = await withHousehold(household, async (client) => {
    const read = await readFacts(client, household.householdId, { useExpiring, locale });
    const book = await readBook(client, household.householdId, read.bookVersion);
    return { read: read.facts, book, people: await allPeople(client) };
  });
  const gate = gateFor(dinersOf(people, filter, locale));
  const facts = factsFor(read, gate.judgeLot);
  const refused = new RefusedRecipes();
  const ranking = rank(book, facts, dietJudge(gate.judge, filter.diet), {
    maxMissing,
    fits: fitsOf(filter),
    onBlocked: (weighed, judgement) => refused.add(weighed, judgement),
  });
  const items: RankedView[] = [];
  let last: Ranked | undefined;
  let next: string | null = null;
  let beyond = 0;
  // Read on beyond the page: what is refused may stand anywhere.
  for (const ranked of ranking) {
    if (after !== undefined && compareRanked(ranked, placed(after)) <= 0) continue;
    if (items.length < limit) {
      items.push(showRanked(ranked, facts, gate));
      last = ranked;
    } else {
      next ??= last === undefined ? null : placeOf(last);
      beyond += 1;
      if (beyond === MAX_BEYOND_PAGE) break;
    }
  }
  const { recipes, count } = refused.view();
  return { items, next, refused: recipes, refusedCount: count };
}

/** Nobody's diet, but asked for now: what surely breaks it is left out. */
export function dietJudge(judge: Judge, diet: Diet | undefined): Judge {
  if (diet === undefined) return judge;
  const dietGate = gateFor([{ id: diet, name: diet, diet, allergies: [], dislikes: [] }]);
  return (recipe) => {
    const asked = dietGate.judge(recipe);
    return asked.effect === 'block' ? { ...asked, refusals: [] } : judge(recipe);
  };
}

function fitsOf({ q, maxMinutes, language, own }: RecipeFilter) {
  const isAbout = q === undefined ? () => true : recipeSearch(q);
  return (indexed: IndexedRecipe): boolean => {
    const { recipe, minutes } = indexed;
    if (language !== undefined && recipe.language !== language) return false;
    if (own !== undefined && own === /^(?:pl|en)-/.test(recipe.id)) return false;
    if (maxMinutes !== undefined && (minutes === null || minutes > maxMinutes)) return false;
    return isAbout(indexed);
  };
}

function placeOf({ total, indexed }: Ranked): string {
  return writeCursor({ total, id: indexed.recipe.id });
}

function placed({ total, id }: z.infer<typeof Place>) {
  return { total, indexed: { recipe: { id } } };
}
