import type { NewRecipe } from '#shared/recipes/model/recipe-schema.ts';
import type { Line } from './line-reader.ts';
import { linesOf } from './plain-text.ts';
import { type FoundParts, factsOfLines, partsByHeadings, partsByLook } from './read-lines.ts';
import { incomplete, isWhole, type ReadRecipe, requireWhole } from './read-recipe.ts';
import { recipeLanguage } from './recipe-language.ts';

const LONGEST_TITLE = 200;

/**
 * A recipe that somebody pasted: its first line is the title; headings tell ingredients and steps, or else
 * what lines look like.
 * @throws UserError `recipe-incomplete`, `recipe-too-big` (422)
 */
export function readText(text: string): ReadRecipe {
  const lines = linesOf(text).map((line) => ({ text: line, level: null }));
  const parts = partsByHeadings(lines) ?? partsByLook(lines);
  if (parts === undefined) throw incomplete();
  const title = parts.before.length === 1 ? '' : (lines[0]?.text ?? '');
  const recipe = recipeOf(parts, title, undefined);
  requireWhole(recipe);
  return { recipe, author: null };
}

/** A recipe of a page that describes none, by its headings; undefined where these tell none. */
export function readLines(
  lines: readonly Line[],
  pageLanguage: string | undefined,
): ReadRecipe | undefined {
  const parts = partsByHeadings(lines);
  if (parts === undefined) return undefined;
  const title = lines.slice(0, parts.before.length).findLast(({ level }) => level === 1);
  const recipe = recipeOf(parts, title?.text ?? '', pageLanguage);
  return isWhole(recipe) ? { recipe, author: null } : undefined;
}

function recipeOf(
  { ingredients, steps, before }: FoundParts,
  given: string,
  pageLanguage: string | undefined,
): NewRecipe {
  const title = given.replace(/[\s:]{1,20}$/, '').slice(0, LONGEST_TITLE);
  return {
    ...{ title, ingredients, steps, ...factsOfLines(before.slice(1)) },
    language: recipeLanguage([title, ...ingredients, ...steps], undefined, pageLanguage),
    ...{ meals: [], seasons: [], equipment: [], tags: [] },
  };
}
