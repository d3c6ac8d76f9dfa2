import { readFileSync } from 'node:fs';
import { ALLERGENS } from '#shared/households/person.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import { readRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import { storedReading } from '#shared/recipes/readings/stored-reading.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { checkDish } from '#shared/safety/check.ts';
import type { DishReading } from '#shared/safety/dish-reading.ts';

export const REVIEWED = new URL('../data/safety/reviewed-recipes.txt', import.meta.url);
const REASON = ' # ';
const read = new Map<Recipe, DishReading>();

/** Somebody who must avoid all fourteen, so that one look finds every allergen of a recipe. */
const EVERYTHING = {
  id: 'everything',
  name: 'Everything',
  diet: null,
  allergies: ALLERGENS.map((code) => ({ code, severity: 'allergy' as const })),
  dislikes: [],
};

/** `pl-zurek | Żurek | contains eggs gluten | may celery # the stock may have it` */
export function lineOf(recipe: Recipe, reading: DishReading): string {
  const { findings } = checkDish(reading, [EVERYTHING]);
  const at = (level: string) => (code: string) =>
    findings.some((finding) => finding.code === code && finding.level === level);
  const contains = ALLERGENS.filter(at('contains'));
  const may = ALLERGENS.filter(at('may-contain')).filter((code) => !contains.includes(code));
  const codes = [
    ...(contains.length > 0 ? [`contains ${contains.join(' ')}`] : []),
    ...(may.length > 0 ? [`may ${may.join(' ')}`] : []),
  ];
  return [recipe.id, recipe.title, ...(codes.length > 0 ? codes : ['none'])].join(' | ');
}

/** The whole file as the gate sees the recipes now, with the reasons that stand in it. */
export function fileFor(): string {
  const reasons = reasonsById();
  const lines = [...shippedRecipes().values()].map((recipe) => {
    const reason = reasons.get(recipe.id);
    return lineOf(recipe, readNow(recipe)) + (reason === undefined ? '' : REASON + reason);
  });
  return `${lines.join('\n')}\n`;
}

/** What the product ships of the readings, a line for each recipe. */
export function readingsFile(): string {
  const lines = [...shippedRecipes().values()].map((recipe) => {
    const reading = JSON.stringify(storedReading(readNow(recipe)));
    return `  ${JSON.stringify(recipe.id)}: ${reading}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** As the gate reads it today, whatever is shipped. */
function readNow(recipe: Recipe): DishReading {
  const known = read.get(recipe);
  if (known !== undefined) return known;
  const reading = readRecipe(recipe);
  read.set(recipe, reading);
  return reading;
}

function reasonsById(): Map<string, string> {
  return new Map(
    readFileSync(REVIEWED, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [verdict = '', reason] = line.split(REASON);
        const [id = ''] = verdict.split(' | ');
        return reason === undefined ? [] : [[id, reason] as const];
      }),
  );
}
