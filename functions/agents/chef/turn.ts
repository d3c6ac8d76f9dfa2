import type { ChefProposal } from '#shared/chat/chef-answer.ts';
import { scaleRecipe } from '#shared/recipes/ingredients/scale.ts';
import type { Language, Recipe } from '#shared/recipes/model/recipe.ts';
import type { RankedView, RecipeView } from '#shared/recipes/model/recipe-schema.ts';
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
import type { ChefState } from './chef-state.ts';
import { choose, SAID } from './choose.ts';
import type { Kitchen } from './kitchen.ts';
import type { Understood, Which, Wish } from './wish.ts';
import { wordsOf } from './words.ts';

/** What a turn came to, without a model and before the gate read the text. */
export interface Turn {
  readonly text: string;
  readonly recipes: readonly RankedView[];
  readonly recipe: RecipeView | null;
  readonly proposals: readonly ChefProposal[];
  readonly state: ChefState | null;
}

interface Table {
  readonly kitchen: Kitchen;
  readonly locale: Language;
  readonly state: ChefState | null;
}

/** The chef's answer to what was understood. */
export function takeTurn(understood: Understood, table: Table): Turn {
  const words = wordsOf(table.locale);
  if (understood.act === 'unknown') return says(words.onlyKitchen, table);
  if (understood.act === 'suggest') return suggest(understood.wish, table);
  if (understood.act === 'refine') return refine(understood.wish, table);
  const picked = pick(understood.which, table);
  if (picked === undefined) return says(words.noTalkYet, table);
  switch (understood.act) {
    case 'show':
      return show(withPeople(picked, understood.people), [], table);
    case 'cook':
      return proposeCooking(withPeople(picked, understood.people), table);
    case 'substitute':
      return adapted(replace(picked.recipe, understood.thing, table.kitchen), picked, table);
    case 'veganise':
      return adapted(veganise(picked.recipe, table.kitchen), picked, table);
  }
}

function says(text: string, { state }: Table): Turn {
  return { text, recipes: [], recipe: null, proposals: [], state };
}

function suggest(wish: Wish, { kitchen, locale, state }: Table): Turn {
  const words = wordsOf(locale);
  const { best, letGo, facts } = choose(wish, kitchen, locale);
  if (best.length === 0) return says(words.nothing, { kitchen, locale, state });
  const recipes = best.map((ranked) => {
    const view = showRanked(ranked, { ...facts, locale }, kitchen.gate.allowed);
    return { ...view, uses: view.uses.filter(({ lotId }) => !lotId.startsWith(SAID)) };
  });
  const offers = recipes.map((view, index) => words.offer(index + 1, view));
  const offered = recipes.map(({ id }) => id);
  return {
    text: [words.intro(wish, letGo), ...offers, words.closing].join('\n'),
    recipes,
    recipe: null,
    proposals: [],
    state: { wish, offered, picked: null, people: wish.people, without: [], replaced: [] },
  };
}

/** „A bez cebuli?” of a recipe that is talked about changes it; otherwise the question is asked anew. */
function refine(change: Wish, table: Table): Turn {
  const { state } = table;
  if (state === null) return suggest(change, table);
  const picked = state.picked === null ? undefined : pick(null, table);
  const { without, people, ...others } = change;
  const only = Object.values(others).every(
    (value) => value === null || value === false || (Array.isArray(value) && value.length === 0),
  );
  if (picked === undefined || !only) return suggest(merged(state.wish, change), table);
  const scaled = withPeople(picked, people);
  const [thing] = without;
  return thing === undefined
    ? show(scaled, [], table)
    : adapted(leaveOut(scaled.recipe, thing), scaled, table);
}

function merged(before: Wish, change: Wish): Wish {
  return {
    have: [...before.have, ...change.have],
    without: [...before.without, ...change.without],
    withoutEquipment: [...new Set([...before.withoutEquipment, ...change.withoutEquipment])],
    minutes: change.minutes ?? before.minutes,
    people: change.people ?? before.people,
    diet: change.diet ?? before.diet,
    meal: change.meal ?? before.meal,
    dish: change.dish ?? before.dish,
    useExpiring: change.useExpiring || before.useExpiring,
  };
}

interface Picked {
  readonly recipe: Recipe;
  /** As it stands in the book: what the gate judged. */
  readonly base: Recipe;
  readonly state: ChefState;
}

/** The recipe somebody means, as the talk has changed it so far. */
function pick(which: Which, { kitchen, state }: Table): Picked | undefined {
  if (state === null) return undefined;
  const id = which === null ? (state.picked ?? state.offered[0]) : state.offered[which - 1];
  const base = kitchen.book.find(({ recipe }) => recipe.id === id)?.recipe;
  if (base === undefined || kitchen.gate.judge(base).effect === 'block') return undefined;
  const same = state.picked === base.id;
  const kept = same ? state : { ...state, picked: base.id, without: [], replaced: [] };
  return withPeople({ recipe: adaptedAsBefore(base, kept), base, state: kept }, kept.people);
}

function withPeople(picked: Picked, people: number | null): Picked {
  if (people === null || picked.recipe.servings === null) return picked;
  return {
    ...picked,
    recipe: scaleRecipe(picked.recipe, people),
    state: { ...picked.state, people },
  };
}

function show(
  { recipe, base, state }: Picked,
  changes: readonly Change[],
  { kitchen, locale }: Table,
): Turn {
  const own = !/^(?:pl|en)-/.test(base.id);
  const view = showRecipe(recipe, own, kitchen.gate.judge(changes.length > 0 ? recipe : base));
  return {
    text: wordsOf(locale).recipe(view, changes),
    recipes: [],
    recipe: view,
    proposals: [],
    state,
  };
}

function adapted(result: Adapted, picked: Picked, table: Table): Turn {
  const { state } = picked;
  if (!result.ok) {
    return says(wordsOf(table.locale).failed(result, picked.base.title), { ...table, state });
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
  return show({ ...picked, recipe, state: next }, changes, table);
}

function proposeCooking(picked: Picked, table: Table): Turn {
  const turn = show(picked, [], table);
  const { recipe } = turn;
  if (recipe === null) return turn;
  const { id: recipeId, title, servings, ingredients } = recipe;
  const summary = wordsOf(table.locale).cook(title, servings);
  const proposal = { kind: 'cook' as const, summary, recipeId, title, servings, ingredients };
  return { ...turn, text: summary, proposals: [proposal] };
}
