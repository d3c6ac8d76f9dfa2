import { UserError } from '#shared/errors/user-error.ts';
import { isHeading } from '#shared/recipes/ingredients/read-ingredient.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { MAX_INGREDIENTS, MAX_STEPS, type NewRecipe } from '#shared/recipes/model/recipe-schema.ts';
import { findRecipe, isNode, type Node } from './find-recipe.ts';
import { minutesOf } from './iso-duration.ts';
import { plainText } from './plain-text.ts';

export interface ReadRecipe {
  readonly recipe: NewRecipe;
  readonly author: string | null;
}

/**
 * A schema.org Recipe from JSON-LD of strangers. What is of a wrong type is left out, as long as a
 * title, ingredients and steps remain.
 * @throws UserError `no-recipe`, `recipe-incomplete`, `recipe-too-big` (422)
 */
export function readJsonLd(value: unknown): ReadRecipe {
  const node = findRecipe(value);
  if (node === undefined) throw refused('no-recipe');
  const ingredients = texts(node.recipeIngredient ?? node.ingredients, 300).filter(
    (line) => !isHeading(line),
  );
  const steps = instructions(node.recipeInstructions, 0);
  const title = plainText(node.name ?? node.headline, 200);
  if (ingredients.length > MAX_INGREDIENTS || steps.length > MAX_STEPS)
    throw refused('recipe-too-big');
  if (title === '' || ingredients.length === 0 || steps.length === 0)
    throw refused('recipe-incomplete');
  const [prep, cook, total] = [node.prepTime, node.cookTime, node.totalTime].map(duration);
  return {
    recipe: {
      title,
      language: languageOf(node, [title, ...ingredients, ...steps].join(' ')),
      servings: servingsOf(node.recipeYield ?? node.yield),
      prepMinutes: prep ?? null,
      // A page that gives only a total: all of it is cooking, as far as anybody knows.
      cookMinutes: cook ?? (total == null ? null : Math.max(0, total - (prep ?? 0))),
      meals: [],
      seasons: [],
      equipment: [],
      tags: tagsOf(node),
      ingredients,
      steps,
    },
    author: texts(node.author, 100)[0] ?? null,
  };
}

/** Texts of a string, an array, or nodes with a name; what is none of these is left out. */
function texts(value: unknown, most: number): string[] {
  const found = [value].flat().map((one) => plainText(isNode(one) ? (one.name ?? one) : one, most));
  return found.filter((text) => text !== '');
}

/** Steps of a text, HowToStep, HowToSection, ItemList or any mixture of them. */
function instructions(value: unknown, depth: number): string[] {
  if (depth > 6) return [];
  if (typeof value === 'string') {
    const lines = value.slice(0, 200_000).split(/\r?\n|<\/?(?:p|li|br)\b/i);
    return lines
      .map((line) => plainText(line.replace(/^[\s/]*>/, ''), 4000))
      .filter((line) => line !== '');
  }
  if (Array.isArray(value)) {
    return value.slice(0, 1000).flatMap((one) => instructions(one, depth + 1));
  }
  if (!isNode(value)) return [];
  const parts = value.itemListElement ?? value.steps;
  if (parts !== undefined) return instructions(parts, depth + 1);
  if (isNode(value.item)) return instructions(value.item, depth + 1);
  const text = plainText(value.text ?? value.description ?? value.name ?? value, 4000);
  return text === '' ? [] : [text];
}

function duration(value: unknown): number | null {
  return typeof value === 'string' ? minutesOf(value) : null;
}

/** `4`, `"4 porcje"`, `["4", "4 servings"]`, a QuantitativeValue. */
function servingsOf(value: unknown): number | null {
  for (const one of [value].flat()) {
    const text = isNode(one) ? (one.value ?? one.name) : one;
    const number = /\d{1,4}/.exec(plainText(text, 100))?.[0];
    if (number !== undefined && Number(number) >= 1 && Number(number) <= 100) return Number(number);
  }
  return null;
}

function tagsOf(node: Node): string[] {
  const words = [node.keywords, node.recipeCategory, node.recipeCuisine]
    .flatMap((value) => texts(value, 500))
    .flatMap((text) => text.split(','))
    .map((word) => word.trim().toLowerCase().slice(0, 50))
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, 30);
}

/** What the page says, else what its words look like. */
function languageOf(node: Node, text: string): Recipe['language'] {
  const declared = plainText(node.inLanguage, 10).toLowerCase();
  if (declared.startsWith('pl')) return 'pl';
  if (declared.startsWith('en')) return 'en';
  return /[ąćęłńśźż]/i.test(text) ? 'pl' : 'en';
}

const REFUSALS = {
  'no-recipe': {
    pl: 'Nie ma tam przepisu opisanego w schema.org/Recipe.',
    en: 'There is no recipe described as schema.org/Recipe.',
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

function refused(code: keyof typeof REFUSALS): UserError {
  return new UserError('unprocessable', code, REFUSALS[code]);
}
