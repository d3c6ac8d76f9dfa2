import { type IngredientNames, type Part, readIngredient, readProse, unknownOf } from './parts.ts';
import type { Exempt, Finding, FoodReading } from './read-food.ts';
import type { Evidence } from './report.ts';
import { settledByList } from './settled-by-list.ts';

/** What there is to read of one recipe. */
export interface DishTexts {
  readonly title: IngredientNames;
  readonly ingredients: readonly IngredientNames[];
  readonly steps: readonly IngredientNames[];
}

/** A recipe as it was read, whoever eats it. */
export interface DishReading {
  /** Each ingredient, the title, each step. */
  readonly texts: readonly TextReading[];
  readonly unknown: readonly Evidence[];
}

/** One text of a recipe: what it brings, and where it says so. */
export interface TextReading {
  readonly text: string;
  /** Place in the list of ingredients; null for prose. */
  readonly ingredient: number | null;
  readonly findings: readonly Pick<Finding, 'substance' | 'level' | 'start' | 'end'>[];
  readonly exempt: readonly Pick<Exempt, 'substance' | 'reason' | 'start' | 'end'>[];
  readonly lactoseFree: boolean;
  /** All that was read; only people's own words for what they avoid are looked for in it. */
  readonly whole: () => FoodReading;
  /** What it names (`foodsNamed`), where that is known without reading it; null where it is not. */
  readonly foods: (() => ReadonlySet<string>) | null;
  readonly tokens: () => FoodReading['tokens'];
}

/** Reads a recipe with its own list of ingredients, which settles what its dish only may have. About 2 ms. */
export function readDish({ title, ingredients, steps }: DishTexts): DishReading {
  const lines = ingredients.flatMap(readIngredient);
  const prose = settledByList(lines, readProse(title), steps.flatMap(readProse));
  const parts = [...lines, ...prose];
  return { texts: parts.map(textReading), unknown: unknownOf(parts, ingredients.length) };
}

export function textReading({ text, ingredient, reading }: Part): TextReading {
  const { exempt, lactoseFree } = reading;
  const findings = eachOnce(reading.findings);
  return {
    ...{ text, ingredient, findings, exempt, lactoseFree },
    ...{ whole: () => reading, foods: null, tokens: () => reading.tokens },
  };
}

/** The same words may stand in several rows of the lexicon. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  const keys = findings.map(({ substance, level, start, end }) =>
    [substance, level, start, end].join(),
  );
  return findings.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}
