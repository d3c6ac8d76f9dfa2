import {
  type Criteria,
  type Intent,
  type OfferNumber,
  RECIPE_DETAILS,
  type RecipeDetail,
} from '#shared/cooking-requests/criteria.ts';
import { mergedCriteria } from '#shared/cooking-requests/merged-criteria.ts';
import type { Notice } from '#shared/notices/notice.ts';
import { type ChefState, NEW_SESSION } from '#shared/orchestration/agents/chef-state.ts';
import { cookKind } from '#shared/proposals/cook.ts';
import type { CookPayload } from '#shared/proposals/schemas/cook.ts';
import { scaleRecipe } from '#shared/recipes/ingredients/scale.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { showRanked } from '#shared/recipes/rank/show.ts';
import { showRecipe } from '#shared/recipes/show-recipe.ts';
import {
  type Adapted,
  adaptedAsBefore,
  type Change,
  leaveOut,
  replace,
  veganise,
} from './adapt.ts';
import { cookingTime, standIn } from './aside.ts';
import { NONE_REFUSED, type Turn, type TurnContext, textOnly } from './chef-turn.ts';
import { choose, MENTIONED_LOT } from './choose.ts';
import { offeredRecipe } from './offered-recipe.ts';
import { phrasesOf } from './phrases.ts';
import { detailsOfAll, detailText, durationsOf, isOfAll } from './recipe-details.ts';
import { recipeOut } from './recipe-out.ts';

/** The chef's answer to what was understood. */
export function takeTurn(intent: Intent, context: TurnContext): Turn {
  const phrases = phrasesOf(context.locale);
  if (intent.act === 'unknown') return textOnly(phrases.onlyCooking, context);
  if (intent.act === 'suggest') return suggest(intent.criteria, context);
  if (intent.act === 'refine') return refine(intent.criteria, context);
  if (intent.act === 'stand-in') return standIn(intent.thing, context);
  if (intent.act === 'durations') return durationsOf(intent.criteria, context);
  if (intent.act === 'cooking-time') return cookingTime(intent.asked, context);
  if (isOfDetail(intent) && isOfAll(intent.which, context))
    return detailsOfAll(intent.act, context);
  const picked = pick(intent.which, context);
  if (picked === undefined) {
    const notes = refusedPick(intent.which, context);
    const text = notes.length > 0 ? phrases.takeAnother : phrases.nothingOfferedYet;
    return { ...textOnly(text, context), notes };
  }
  switch (intent.act) {
    case 'show':
      return show(withPeople(picked, intent.people), [], context);
    case 'cook':
      return proposeCooking(withPeople(picked, intent.people), context);
    case 'substitute': {
      const result = replace(picked.recipe, intent.thing, context.snapshot);
      if (!result.ok && result.why === 'not-in-it') return standIn(intent.thing, context);
      return adapted(result, picked, context);
    }
    case 'veganise':
      return adapted(veganise(picked.recipe, context.snapshot), picked, context);
    default:
      return textOnly(detailText(intent.act, picked.recipe, context.locale), {
        ...context,
        state: picked.state,
      });
  }
}

function isOfDetail(intent: Intent): intent is Extract<Intent, { act: RecipeDetail }> {
  return RECIPE_DETAILS.some((detail) => detail === intent.act);
}

function suggest(criteria: Criteria, { snapshot, locale, state }: TurnContext): Turn {
  const phrases = phrasesOf(locale);
  const { best, dropped, facts, refused } = choose(criteria, snapshot, locale);
  const namesFood = criteria.dish !== null || criteria.have.length > 0;
  if (best.length === 0)
    return { ...textOnly(phrases.nothing, { snapshot, locale, state }), refused, namesFood };
  const recipes = best.map((ranked) => {
    const view = showRanked(ranked, { ...facts, locale }, snapshot.gate);
    return { ...view, uses: view.uses.filter(({ lotId }) => !lotId.startsWith(MENTIONED_LOT)) };
  });
  const offers = recipes.map((view, index) => phrases.offer(index + 1, view));
  const offered = recipes.map(({ id }) => id);
  return {
    text: [phrases.intro(criteria, dropped), ...offers, phrases.closing].join('\n'),
    recipes,
    recipe: null,
    proposals: [],
    refused,
    namesFood,
    notes: recipes.some(({ expiringUsed }) => expiringUsed.some(({ daysLeft }) => daysLeft < 0))
      ? [{ about: 'past-best-before' }]
      : [],
    state: {
      ...(state ?? NEW_SESSION),
      wish: criteria,
      offered,
      picked: null,
      people: criteria.people,
      without: [],
      replaced: [],
      who: null,
    },
  };
}

/** "A bez cebuli?" of a recipe that is talked about changes it; otherwise the question is asked anew. */
function refine(change: Criteria, context: TurnContext): Turn {
  const { state } = context;
  if (state === null) return suggest(change, context);
  const picked = state.picked === null ? undefined : pick(null, context);
  const { without, people, ...others } = change;
  const only = Object.values(others).every(
    (value) => value === null || value === false || (Array.isArray(value) && value.length === 0),
  );
  if (picked === undefined || !only) return suggest(mergedCriteria(state.wish, change), context);
  const scaled = withPeople(picked, people);
  const [thing] = without;
  return thing === undefined
    ? show(scaled, [], context)
    : adapted(leaveOut(scaled.recipe, thing), scaled, context);
}

interface PickedRecipe {
  readonly recipe: Recipe;
  /** As it stands in the book: what the gate judged. */
  readonly base: Recipe;
  readonly state: ChefState;
}

/** The recipe somebody means, as the session has changed it so far. */
function pick(offerNumber: OfferNumber, context: TurnContext): PickedRecipe | undefined {
  const { snapshot, state } = context;
  const base = offeredRecipe(offerNumber, context);
  if (state === null || base === undefined) return undefined;
  if (snapshot.gate.judge(base).effect === 'block') return undefined;
  const same = state.picked === base.id;
  const kept = same ? state : { ...state, picked: base.id, without: [], replaced: [] };
  return withPeople({ recipe: adaptedAsBefore(base, kept), base, state: kept }, kept.people);
}

/** Why an offered recipe is none any more: somebody must not eat it, as was said since. */
function refusedPick(offerNumber: OfferNumber, context: TurnContext): Notice[] {
  const base = offeredRecipe(offerNumber, context);
  if (base === undefined) return [];
  const { allergens, effect } = context.snapshot.gate.judge(base);
  return effect === 'block' ? [recipeOut(base.title, allergens)] : [];
}

function withPeople(picked: PickedRecipe, people: number | null): PickedRecipe {
  if (people === null || picked.recipe.servings === null) return picked;
  return {
    ...picked,
    recipe: scaleRecipe(picked.recipe, people),
    state: { ...picked.state, people },
  };
}

function show(
  { recipe, base, state }: PickedRecipe,
  changes: readonly Change[],
  { snapshot, locale }: TurnContext,
): Turn {
  const own = !/^(?:pl|en)-/.test(base.id);
  const view = showRecipe(recipe, own, snapshot.gate.judge(changes.length > 0 ? recipe : base));
  return {
    text: phrasesOf(locale).recipe(view, changes),
    recipes: [],
    recipe: view,
    proposals: [],
    notes: [],
    state,
    ...NONE_REFUSED,
  };
}

function adapted(result: Adapted, picked: PickedRecipe, context: TurnContext): Turn {
  const { state } = picked;
  if (!result.ok) {
    return textOnly(phrasesOf(context.locale).failed(result, picked.base.title), {
      ...context,
      state,
    });
  }
  const { recipe, changes } = result;
  const gone = changes.filter(({ to }) => to === null);
  const swaps = changes.flatMap(({ fromId: from, toId: to }) => {
    return from === null || to === null ? [] : [{ from, to }];
  });
  const next: ChefState = {
    ...state,
    without: [
      ...state.without,
      ...gone.map(({ from, fromId }) => ({ name: from, productId: fromId })),
    ],
    replaced: [...state.replaced, ...swaps],
  };
  return show({ ...picked, recipe, state: next }, changes, context);
}

function proposeCooking(picked: PickedRecipe, context: TurnContext): Turn {
  const turn = show(picked, [], context);
  const { recipe } = turn;
  if (recipe === null) return turn;
  const { id: recipeId, title, language, servings, ingredients, steps } = recipe;
  const lines = adaptedAsBefore(picked.base, picked.state).ingredients.map(({ text }) => text);
  const proposal: CookPayload = {
    kind: 'cook',
    recipeId,
    title,
    language,
    servings,
    who: null, // the agent knows
    written: { lines, steps },
    ingredients,
  };
  return { ...turn, text: cookKind.summary(proposal, context.locale), proposals: [proposal] };
}
