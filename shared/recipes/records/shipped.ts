import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { readPacked } from '#shared/bundle/read-packed.ts';
import { readIngredient } from '#shared/recipes/ingredients/read-ingredient.ts';
import { EQUIPMENT, MEALS, type Meal, type Recipe, SEASONS } from '#shared/recipes/model/recipe.ts';

const row = {
  id: z.string(),
  title: z.string(),
  tags: z.array(z.string()),
  steps: z.array(z.string()),
};
/** What no shipped recipe has. */
const NOT_SAID = {
  makes: null,
  totalMinutes: null,
  ingredientSections: [],
  stepSections: [],
} as const;

const PolishRow = z.object({
  ...row,
  servings: z.int(),
  prepMinutes: z.int(),
  cookMinutes: z.int(),
  meals: z.array(z.enum(MEALS)),
  seasons: z.array(z.enum(SEASONS)),
  equipment: z.array(z.enum(EQUIPMENT)),
  ingredients: z.array(
    z.object({ text: z.string(), product: z.optional(z.string()), item: z.optional(z.string()) }),
  ),
});
const EnglishRow = z.object({
  ...row,
  author: z.nullable(z.string()),
  servings: z.nullable(z.int()),
  prepMinutes: z.nullable(z.int()),
  cookMinutes: z.nullable(z.int()),
  ingredients: z.array(z.string()),
});

const FOLDER = new URL('./data/', import.meta.url);

let recipes: ReadonlyMap<string, Recipe> | undefined;

/** The recipes that come with the product, by id; read from their data once, when first asked for. */
export function shippedRecipes(): ReadonlyMap<string, Recipe> {
  recipes ??= new Map((packedRecipes() ?? readRecipes()).map((recipe) => [recipe.id, recipe]));
  return recipes;
}

/** As the build has read them: reading takes half a second of processor. */
function packedRecipes(): readonly Recipe[] | undefined {
  const bytes = readPacked('./data/recipes.json', import.meta.url);
  return bytes && JSON.parse(bytes.toString());
}

/** Reads every line as it was written. */
export function readRecipes(): readonly Recipe[] {
  return [
    ...readFolder('pl/', PolishRow).map(ofPolish),
    ...readFolder('en/', EnglishRow).map(ofEnglish),
  ];
}

function readFolder<Row extends z.ZodMiniType>(name: string, schema: Row): z.output<Row>[] {
  const folder = new URL(name, FOLDER);
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const rows: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      return z.parse(z.array(schema), rows);
    });
}

function ofPolish(row: z.infer<typeof PolishRow>): Recipe {
  return {
    id: row.id,
    title: row.title,
    language: 'pl',
    ...NOT_SAID,
    servings: row.servings,
    prepMinutes: row.prepMinutes,
    cookMinutes: row.cookMinutes,
    meals: row.meals,
    seasons: row.seasons,
    equipment: row.equipment,
    tags: row.tags,
    ingredients: row.ingredients.map((line) => readIngredient(line.text, 'pl', line)),
    steps: row.steps,
    source: { name: 'FoodSave AI', url: null, author: null },
  };
}

const PUBLIC_DOMAIN = 'https://github.com/ronaldl29/public-domain-recipes';

function ofEnglish(row: z.infer<typeof EnglishRow>): Recipe {
  const steps = row.steps.join(' ');
  return {
    id: row.id,
    title: row.title,
    language: 'en',
    ...NOT_SAID,
    servings: row.servings,
    prepMinutes: row.prepMinutes,
    cookMinutes: row.cookMinutes,
    meals: mealsOf(row.tags),
    seasons: [],
    equipment: [
      ...(/\boven\b|\bbak(?:e|ing) (?:at|for|in)\b/i.test(steps) ? ['oven' as const] : []),
      ...(/\bblend(?:er)?\b|food processor/i.test(steps) ? ['blender' as const] : []),
    ],
    tags: row.tags,
    ingredients: row.ingredients.map((line) => readIngredient(line, 'en')),
    steps: row.steps,
    source: { name: 'public-domain-recipes', url: PUBLIC_DOMAIN, author: row.author },
  };
}

const BY_TAG: readonly (readonly [Meal, RegExp])[] = [
  ['breakfast', /^(?:breakfast|pancake|eggs)$/],
  ['dessert', /^(?:dessert|sweet|cake|cookies|pudding|biscuit|muffins|pie|pastry|jam|chocolate)$/],
  ['snack', /^(?:snack|drink)$/],
  ['side', /^(?:side|sauce|spread|bread|dough|dip|basic|salad|condiment)$/],
];

/** What has no tag is a main dish. */
function mealsOf(tags: readonly string[]): Meal[] {
  const meals = BY_TAG.filter(([, tag]) => tags.some((name) => tag.test(name))).map(
    ([meal]) => meal,
  );
  return meals.length > 0 ? meals : ['lunch', 'dinner'];
}
