import { fold } from '#shared/language/fold.ts';
import { isHeading } from '#shared/recipes/ingredients/headings.ts';
import { parseIngredientLine } from '#shared/recipes/ingredients/ingredient-line.ts';
import words from './data/recipe-headings.json' with { type: 'json' };
import { minutesOf } from './durations.ts';
import { ingredientLines } from './ingredient-lines.ts';
import { instructionsOf } from './instructions.ts';
import type { Line } from './line-reader.ts';
import { yieldOf } from './yields.ts';

/** The parts of a recipe that lines have; empty where they are not found. */
export interface FoundParts {
  readonly ingredients: string[];
  readonly steps: string[];
  /** The lines before the ingredients, which may say for how many it is and how long it takes. */
  readonly before: readonly string[];
}

const LONGEST_HEADING = 60;
const LONGEST_INGREDIENT = 80;

/** By the headings over ingredients and steps; undefined where one of them is missing. */
export function partsByHeadings(lines: readonly Line[]): FoundParts | undefined {
  const heading = (of: readonly string[], from: number) =>
    lines.findIndex((line, at) => at >= from && isOver(line.text, of));
  // A page may name its ingredients in a menu or a sentence before they come.
  for (
    let top = heading(words.ingredients, 0);
    top !== -1;
    top = heading(words.ingredients, top + 1)
  ) {
    const method = heading(words.method, top + 1);
    if (method === -1) return undefined;
    const ingredients = ingredientLines(lines.slice(top + 1, method).map(({ text }) => text));
    if (!areIngredients(ingredients)) continue;
    const steps = instructionsOf(
      stepsFrom(lines, method)
        .map(({ text }) => text)
        .join('\n'),
    );
    return { ingredients, steps, before: lines.slice(0, top + 1).map(({ text }) => text) };
  }
  return undefined;
}

/** A text about ingredients is none. */
function areIngredients(lines: readonly string[]): boolean {
  const isShort = lines.every((line) => line.length <= 2 * LONGEST_INGREDIENT);
  const isList =
    lines.some(hasAmount) || lines.every((line) => line.length <= LONGEST_INGREDIENT / 2);
  return lines.length > 0 && isShort && isList;
}

/** The lines under the heading of the method, up to the next one of its level or what ends a recipe. */
function stepsFrom(lines: readonly Line[], method: number): readonly Line[] {
  const level = lines[method]?.level ?? null;
  const end = lines.findIndex(
    (line, at) =>
      at > method &&
      (isOver(line.text, words.end) ||
        (level !== null && line.level !== null && line.level <= level)),
  );
  return lines.slice(method + 1, end === -1 ? undefined : end);
}

/** By how lines look: short ones with amounts first, then sentences. */
export function partsByLook(lines: readonly Line[]): FoundParts | undefined {
  const [, ...rest] = lines.map(({ text }) => text);
  const step = rest.findIndex((text) => !looksLikeIngredient(text));
  const ingredients = ingredientLines(step === -1 ? rest : rest.slice(0, step));
  if (step === -1 || !ingredients.some(hasAmount)) return undefined;
  return { ingredients, steps: instructionsOf(rest.slice(step).join('\n')), before: [] };
}

function looksLikeIngredient(text: string): boolean {
  return (
    isHeading(text) ||
    hasAmount(text) ||
    (text.length <= LONGEST_INGREDIENT / 2 && !/[.!?]$/.test(text))
  );
}

function hasAmount(text: string): boolean {
  if (text.length > LONGEST_INGREDIENT) return false;
  return (['pl', 'en'] as const).some(
    (language) => parseIngredientLine(text, language).amount !== null,
  );
}

/** Whether a line is one of these headings, with what may stand beside it: `Składniki (4 porcje):`. */
function isOver(text: string, headings: readonly string[]): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const plain = fold(text)
    .replace(/\([^()]{0,50}\)/g, ' ')
    .replace(/[^\p{L}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return headings.includes(plain);
}

/** What the lines above the ingredients say of a recipe: `Porcje: 4`, `Cook time: 20 min`. */
export function factsOfLines(lines: readonly string[]) {
  const saying = (stems: readonly string[]) =>
    lines.filter(
      (line) => line.length <= LONGEST_HEADING && stems.some((stem) => fold(line).includes(stem)),
    );
  const minutes = (stems: readonly string[]) =>
    saying(stems)
      .map(minutesOf)
      .find((found) => found !== null) ?? null;
  const { servings, makes } = yieldOf(saying(words.yield));
  return {
    servings,
    makes: servings === null ? makes : null,
    prepMinutes: minutes(words.prep),
    cookMinutes: minutes(words.cook),
    totalMinutes: minutes(words.total),
  };
}
