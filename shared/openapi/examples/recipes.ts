import type { recipeRoutes } from '#shared/recipes/recipe-routes.ts';
import type { ExamplesOf } from './example.ts';
import { ID, MILK, zloty } from './values.ts';

const HALF_A_LITRE = { value: '500', unit: 'ml' };
const SAFE = { verdict: 'none-found', allergens: [], exempt: [] };
const WRITTEN = {
  title: 'Naleśniki',
  language: 'pl',
  servings: 4,
  makes: null,
  prepMinutes: 10,
  cookMinutes: 20,
  totalMinutes: null,
  meals: ['dinner'],
  seasons: [],
  equipment: [],
  tags: ['szybkie'],
  ingredients: ['500 ml mleka'],
  steps: ['Wymieszaj i smaż na rozgrzanej patelni.'],
};
const RECIPE = {
  ...WRITTEN,
  id: ID.recipe,
  own: true,
  ingredients: [
    {
      text: '500 ml mleka',
      amount: { value: '500', upTo: null, measure: 'ml' },
      quantity: HALF_A_LITRE,
      item: 'mleko',
      note: null,
      product: MILK,
      optional: false,
    },
  ],
  ingredientSections: [],
  stepSections: [],
  source: { name: 'own', url: null, author: null },
  nutrition: null,
  safety: SAFE,
};

/** A recipe as lists and the chat rank it. */
export const RANKED = {
  id: 'pl-nalesniki',
  title: 'Naleśniki',
  language: 'pl',
  servings: 4,
  minutes: 30,
  missing: [
    {
      item: 'jajka',
      productId: 'egg',
      quantity: { value: '2', unit: 'szt' },
      price: zloty('1.80'),
      substitute: null,
    },
  ],
  assumed: ['sól'],
  uses: [
    { lotId: ID.lot, product: MILK.name, quantity: HALF_A_LITRE, daysLeft: 2, standsInFor: [] },
  ],
  avoided: [],
  expiringUsed: [{ lotId: ID.lot, product: MILK.name, daysLeft: 2 }],
  score: { total: 0.81, parts: { stock: { points: 0.5, why: '1 z 2 składników' } } },
  safety: SAFE,
};

/** What cooking answers. */
export const COOKED = {
  id: ID.meal,
  recipeId: 'pl-nalesniki',
  servings: 2,
  bookingIds: [ID.booking],
  missing: [{ item: 'jajka', quantity: { value: '1', unit: 'szt' }, pastUseBy: false }],
  standIns: [],
  pastBestBefore: [],
  avoided: [],
};

export const recipeExamples: ExamplesOf<typeof recipeRoutes> = {
  listRecipes: {
    reply: {
      items: [RANKED],
      next: null,
      refused: [
        {
          id: 'pl-piernik',
          title: 'Piernik',
          person: 'Ola',
          allergens: ['nuts'],
          evidence: ['orzechów włoskich'],
        },
      ],
      refusedCount: 1,
    },
  },
  addRecipe: { body: WRITTEN, reply: RECIPE },
  readRecipe: { reply: RECIPE },
  changeRecipe: { body: { title: 'Naleśniki babci', servings: 6 }, reply: RECIPE },
  removeRecipe: {},
  cookRecipe: {
    body: { people: [ID.person], servings: 2 },
    reply: COOKED,
  },
};
