import { UserError } from '#shared/errors/user-error.ts';
import { MAX_INGREDIENTS, MAX_STEPS, type NewRecipe } from '#shared/recipes/model/recipe-schema.ts';
import { minutesOf } from './durations.ts';
import { findRecipe, wholePart } from './find-recipe.ts';
import { ingredientLines } from './ingredient-lines.ts';
import { instructionsOf } from './instructions.ts';
import { isNode, type Node } from './node.ts';
import { plainText } from './plain-text.ts';
import { recipeLanguage } from './recipe-language.ts';
import { yieldOf } from './yields.ts';

export interface ReadRecipe {
  readonly recipe: NewRecipe;
  readonly author: string | null;
}

/**
 * A schema.org Recipe from JSON-LD, microdata or RDFa of strangers. What is of a wrong type is left out,
 * as long as a title, ingredients and steps remain.
 * @param pageLanguage what the page around it says: `pl-PL`
 * @throws UserError `no-recipe`, `recipe-incomplete`, `recipe-too-big` (422)
 */
export function readDescription(value: unknown, pageLanguage?: string): ReadRecipe {
  const node = findRecipe(value);
  if (node === undefined) throw refused('no-recipe');
  const ingredients = ingredientLines(wholePart(node, 'ingredients'));
  const steps = instructionsOf(wholePart(node, 'instructions'));
  const title = texts(wholePart(node, 'name'), 200)[0] ?? '';
  const declared = texts(node.inLanguage, 10)[0];
  const language = recipeLanguage([title, ...ingredients, ...steps], declared, pageLanguage);
  const recipe = { title, language, ingredients, steps, ...factsOf(node) };
  requireWhole(recipe);
  return { recipe, author: texts(node.author, 100)[0] ?? null };
}

type Parts = Pick<NewRecipe, 'title' | 'ingredients' | 'steps'>;

/** @throws UserError `recipe-incomplete`, `recipe-too-big` (422) */
export function requireWhole(recipe: Parts): void {
  if (isTooBig(recipe)) throw refused('recipe-too-big');
  if (!isWhole(recipe)) throw refused('recipe-incomplete');
}

export function isWhole(recipe: Parts): boolean {
  const { title, ingredients, steps } = recipe;
  return title !== '' && ingredients.length > 0 && steps.length > 0 && !isTooBig(recipe);
}

function isTooBig({ ingredients, steps }: Parts): boolean {
  return ingredients.length > MAX_INGREDIENTS || steps.length > MAX_STEPS;
}

function factsOf(node: Node) {
  const [prep, cook, total] = [node.prepTime, node.cookTime, node.totalTime]
    .map(minutesOf)
    // Themes write a time of nothing where nobody gave one.
    .map((minutes) => minutes || null);
  return {
    ...yieldOf(node.recipeYield ?? node.yield),
    prepMinutes: prep ?? null,
    // A page that gives only a total: all of it is cooking, as far as anybody knows.
    cookMinutes: cook ?? (total == null ? null : Math.max(0, total - (prep ?? 0)) || null),
    totalMinutes: total ?? null,
    meals: [],
    seasons: [],
    equipment: [],
    tags: tagsOf(node),
  };
}

/** Texts of a string, an array, or nodes with a name; what is none of these is left out. */
function texts(value: unknown, most: number): string[] {
  const found = [value].flat(2).map((one) => {
    const [text] = [isNode(one) ? (one.name ?? one) : one].flat();
    return plainText(text, most);
  });
  return found.filter((text) => text !== '');
}

function tagsOf(node: Node): string[] {
  const words = [node.keywords, node.recipeCategory, node.recipeCuisine]
    .flatMap((value) => texts(value, 500))
    .flatMap((text) => text.split(','))
    .map((word) => word.trim().toLowerCase().slice(0, 50))
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, 30);
}

const REFUSALS = {
  'no-recipe': {
    pl: 'Nie ma tam przepisu, który umiemy odczytać.',
    en: 'There is no recipe that can be read.',
  },
  'recipe-incomplete': {
    pl: 'Przepis nie ma tytułu, składników albo kroków.',
    en: 'The recipe lacks a title, ingredients or steps.',
  },
  'recipe-too-big': {
    pl: `Przepis może mieć najwyżej ${MAX_INGREDIENTS} składników i ${MAX_STEPS} kroków.`,
    en: `A recipe may have at most ${MAX_INGREDIENTS} ingredients and ${MAX_STEPS} steps.`,
  },
} as const;

/** @see requireWhole */
export function incomplete(): UserError {
  return refused('recipe-incomplete');
}

function refused(code: keyof typeof REFUSALS): UserError {
  return new UserError('unprocessable', code, REFUSALS[code]);
}
