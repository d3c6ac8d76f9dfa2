import { judgeForRequest } from '#shared/cooking-requests/judge-request.ts';
import { fold } from '#shared/language/fold.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import type { Gate } from '#shared/recipes/gate.ts';
import type { IndexedRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { recipeSearch } from '#shared/recipes/rank/recipe-search.ts';
import { isMistyped } from '#shared/slots/things-meant.ts';
import type { Asked, Found, Source } from './source.ts';

/** A household's cookbook, for those who eat. */
export interface Cookbook {
  readonly book: readonly IndexedRecipe[];
  readonly gate: Gate;
}

/** Judged are so many, best title first: a judgement takes some two milliseconds once. */
const MAX_JUDGED = 40;
const MAX_REFUSED = 20;

/** Own and shipped recipes, in the language that is asked for; own ones in whichever they are. */
export function recipeSource(cookbook: () => Promise<Cookbook>): Source {
  return {
    serves: () => true,
    async find(query) {
      const known = await cookbook();
      const found = lookIn(known, query);
      if (query.minutes === null || found.items.length > 0) return found;
      const longer = lookIn(known, { ...query, minutes: null });
      return { ...longer, isLonger: longer.items.length > 0 };
    },
  };
}

function lookIn({ book, gate }: Cookbook, query: Asked): Found {
  const judge = judgeForRequest(query, gate.judge);
  const items: FoundItem[] = [];
  const refused: NonNullable<Found['refused']>[number][] = [];
  for (const indexed of fitting(book, query).slice(0, MAX_JUDGED)) {
    const judgement = judge(indexed.recipe);
    if (judgement.effect !== 'block') items.push(itemOf(indexed));
    const { title } = indexed.recipe;
    for (const { person, allergens, evidence } of judgement.refusals)
      refused.push({ title, person, allergens: [...allergens], evidence: [...evidence] });
  }
  return { items, refused: refused.slice(0, MAX_REFUSED) };
}

/** Those whose title has the words before those that only use them; a slip of the finger is forgiven last. */
function fitting(book: readonly IndexedRecipe[], query: Asked): IndexedRecipe[] {
  const { words, kind, minutes, language } = query;
  const allowed = book.filter(
    (one) =>
      (isOwn(one) || one.recipe.language === language) &&
      (minutes === null || (one.minutes !== null && one.minutes <= minutes)),
  );
  const about = recipeSearch(words);
  const found = allowed.filter(about);
  const inTitle = found.filter(({ recipe }) => hasTitle(recipe.title, words));
  // Of a fact a recipe tells nothing, unless it is what was named.
  if (kind === 'fact') return inTitle;
  if (inTitle.length > 0 && kind !== 'recipe') return inTitle;
  const uses = kind === 'recipe' ? found : [];
  const slips =
    inTitle.length > 0 ? [] : allowed.filter(({ recipe }) => isMistyped(recipe.title, words));
  return [...new Set([...inTitle, ...slips, ...uses])];
}

function hasTitle(title: string, words: string): boolean {
  const stems = fold(words)
    .split(/\s+/)
    .map((word) => word.slice(0, Math.max(3, word.length - 2)));
  const written = fold(title).split(/[^\p{L}\p{N}]+/u);
  return stems.every((stem) => written.some((word) => word.startsWith(stem)));
}

function isOwn({ recipe }: IndexedRecipe): boolean {
  return !/^(?:pl|en)-/.test(recipe.id);
}

function itemOf(indexed: IndexedRecipe): FoundItem {
  const { id, title, source } = indexed.recipe;
  return {
    kind: 'recipe',
    id,
    title,
    url: source.url,
    quote: null,
    page: null,
    minutes: indexed.minutes,
    source: isOwn(indexed) ? 'own' : 'shipped',
  };
}
