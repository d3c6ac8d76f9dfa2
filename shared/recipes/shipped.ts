import english from './data/en/public-domain.json' with { type: 'json' };
import breakfast from './data/pl/breakfast.json' with { type: 'json' };
import desserts from './data/pl/desserts.json' with { type: 'json' };
import dough from './data/pl/dough.json' with { type: 'json' };
import fish from './data/pl/fish.json' with { type: 'json' };
import meat from './data/pl/meat.json' with { type: 'json' };
import pasta from './data/pl/pasta.json' with { type: 'json' };
import salads from './data/pl/salads.json' with { type: 'json' };
import soups from './data/pl/soups.json' with { type: 'json' };
import veg from './data/pl/veg.json' with { type: 'json' };
import vegan from './data/pl/vegan.json' with { type: 'json' };
import { readIngredient } from './read-ingredient.ts';
import type { Equipment, Meal, Recipe, Season } from './recipe.ts';

const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner', 'dessert', 'snack', 'side'];
const SEASONS: readonly Season[] = ['spring', 'summer', 'autumn', 'winter'];
const EQUIPMENT: readonly Equipment[] = ['oven', 'blender', 'mixer', 'grill', 'pressure-cooker'];
const polish = [soups, meat, dough, pasta, breakfast, veg, vegan, fish, salads, desserts].flat();

let recipes: ReadonlyMap<string, Recipe> | undefined;

/** The recipes that come with the product, by id; read from their data once, when first asked for. */
export function shippedRecipes(): ReadonlyMap<string, Recipe> {
  recipes ??= new Map([...polish.map(ofPolish), ...english.map(ofEnglish)].map((r) => [r.id, r]));
  return recipes;
}

function ofPolish(row: (typeof polish)[number]): Recipe {
  return {
    id: row.id,
    title: row.title,
    language: 'pl',
    servings: row.servings,
    prepMinutes: row.prepMinutes,
    cookMinutes: row.cookMinutes,
    meals: MEALS.filter((meal) => row.meals.some((name) => name === meal)),
    seasons: SEASONS.filter((season) => row.seasons.some((name) => name === season)),
    equipment: EQUIPMENT.filter((thing) => row.equipment.some((name) => name === thing)),
    tags: row.tags,
    ingredients: row.ingredients.map((line: { text: string; product?: string; item?: string }) =>
      readIngredient(line.text, 'pl', line),
    ),
    steps: row.steps,
    source: { name: 'FoodSave AI', url: null, author: null },
  };
}

const PUBLIC_DOMAIN = 'https://github.com/ronaldl29/public-domain-recipes';

function ofEnglish(row: (typeof english)[number]): Recipe {
  const steps = row.steps.join(' ');
  return {
    id: row.id,
    title: row.title,
    language: 'en',
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

/** What nobody tagged is a main dish. */
function mealsOf(tags: readonly string[]): Meal[] {
  const meals = BY_TAG.filter(([, tag]) => tags.some((name) => tag.test(name))).map(
    ([meal]) => meal,
  );
  return meals.length > 0 ? meals : ['lunch', 'dinner'];
}
