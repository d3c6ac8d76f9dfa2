import { expect } from 'vitest';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { type Call, call } from '#test/support/call.ts';

export const RECIPES = '/api/v2/recipes';
export const RECIPE = `${RECIPES}/{recipeId}`;

export const soup = {
  title: 'Zupa z resztek',
  servings: 4,
  prepMinutes: 10,
  cookMinutes: 20,
  ingredients: ['500 g ziemniaków', '2 marchewki', '1 łyżka masła', 'sól do smaku'],
  steps: ['Pokrój ziemniaki i marchewki.', 'Gotuj z masłem 20 minut, posól.'],
};

export function post(
  household: HouseholdContext,
  body: unknown,
  headers: Call['headers'] = {},
  query: Call['query'] = {},
) {
  return call(handler, { method: 'POST', resource: RECIPES, household, body, headers, query });
}

export async function added(household: HouseholdContext, change: object = {}) {
  const answer = await post(household, { ...soup, ...change });
  expect(answer.status, answer.text).toBe(201);
  return answer;
}

export function get(household: HouseholdContext, recipeId: string, more: Partial<Call> = {}) {
  return call(handler, { resource: RECIPE, params: { recipeId }, household, ...more });
}

export function list(household: HouseholdContext, query: Call['query'] = {}) {
  return call(handler, { resource: RECIPES, household, query });
}

export async function stock(
  household: HouseholdContext,
  name: string,
  value: string,
  unit: string,
  date?: string,
  kind?: 'use-by' | 'best-before',
) {
  const expires = date === undefined ? {} : { expires: { date, ...(kind && { kind }) } };
  const body = { product: { name }, quantity: { value, unit }, ...expires };
  const answer = await call(pantry, {
    method: 'POST',
    resource: '/api/v2/pantry',
    household,
    body,
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.json;
}

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
