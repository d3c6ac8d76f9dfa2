import type { mealPlanRoutes } from '#shared/meal-plans/api/plan-routes.ts';
import type { ExamplesOf } from './example.ts';
import { COOKED } from './recipes.ts';
import { BOUGHT_AT, ID, MILK, zloty } from './values.ts';

const PLAN = {
  id: ID.plan,
  status: 'done',
  stage: null,
  problem: null,
  from: '2026-11-25',
  days: 1,
  slots: [
    {
      id: ID.slot,
      date: '2026-11-25',
      meal: 'dinner',
      people: null,
      guests: [],
      recipe: { id: 'pl-nalesniki', title: 'Naleśniki', minutes: 30 },
      servings: 4,
      leftoversOf: null,
      locked: false,
      cookedId: null,
      uses: [{ lotId: ID.lot, product: MILK.name, quantity: { value: '500', unit: 'ml' } }],
      buys: [{ product: 'jajka', quantity: { value: '2', unit: 'szt' } }],
      saves: zloty('1.75'),
      why: ['ratuje 1.75 zł: mleko 3,2% (jutro)'],
      prepare: [
        {
          kind: 'rest',
          date: '2026-11-25',
          time: '17:30',
          wait: 60,
          detail: 'Odstaw ciasto na godzinę.',
        },
      ],
    },
  ],
  waste: zloty('1.75'),
  wasteAvoided: zloty('1.75'),
  freeze: [
    {
      lotId: ID.lot,
      product: MILK.name,
      quantity: { value: '500', unit: 'ml' },
      by: '2026-11-25',
      until: '2027-02-23',
      saves: zloty('1.75'),
    },
  ],
  cost: zloty('11.99'),
  objective: 14.2,
  bound: 13.63,
  gap: 0.0402,
  weather: true,
  violations: [],
  changed: [],
  outdated: [],
  createdAt: BOUGHT_AT,
  updatedAt: BOUGHT_AT,
};

export const mealPlanExamples: ExamplesOf<typeof mealPlanRoutes> = {
  listMealPlans: { reply: { items: [PLAN], next: null } },
  planMeals: {
    body: {
      from: '2026-11-25',
      days: 1,
      meals: ['dinner'],
      budget: zloty('50.00'),
      maxMinutes: 45,
    },
    reply: PLAN,
  },
  readMealPlan: { reply: PLAN },
  removeMealPlan: {},
  changeMealPlan: { body: { slots: [{ id: ID.slot, swap: true }] }, reply: PLAN },
  cookPlannedMeal: { body: { slotId: ID.slot }, reply: COOKED },
};
