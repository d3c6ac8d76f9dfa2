import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/meal-plans/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { BOOKINGS } from '#test/support/pantry.ts';
import { OLA, person } from './recipes/diners.ts';
import { inDays, stock } from './recipes/household.ts';

const database = testDatabase();
const PLANS = '/api/v2/meal-plans';
const PLAN = `${PLANS}/{planId}`;

beforeAll(() => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});

interface Slot {
  readonly id: string;
  readonly meal: string;
  readonly recipe: { readonly id: string };
  readonly uses: readonly { readonly lotId: string }[];
}

function plan(household: HouseholdContext, body: object = {}) {
  const whole = { from: inDays(1), days: 2, meals: ['lunch', 'dinner'], ...body };
  return call(handler, { method: 'POST', resource: PLANS, household, body: whole });
}

function change(
  household: HouseholdContext,
  planId: string,
  etag: string,
  slots: readonly object[],
) {
  const request = { method: 'PATCH', resource: PLAN, params: { planId }, household };
  return call(handler, { ...request, body: { slots }, headers: { 'if-match': etag } });
}

function read(household: HouseholdContext, planId: string) {
  return call(handler, { resource: PLAN, params: { planId }, household });
}

function cook(household: HouseholdContext, planId: string, slotId: string) {
  const resource = `${PLAN}/cook`;
  const request = { method: 'POST', resource, params: { planId }, household };
  return call(handler, { ...request, body: { slotId } });
}

async function stocked(): Promise<HouseholdContext> {
  const household = await database.newHousehold();
  await stock(household, 'Ziemniaki', '1', 'kg', inDays(2));
  await stock(household, 'Śmietana', '200', 'g', inDays(1), 'use-by');
  await stock(household, 'Jajka', '6', 'szt', inDays(3));
  return household;
}

describe('planning meals', () => {
  test('gives every meal a dish, uses what spoils, and says why and what it comes to', async () => {
    const household = await stocked();
    const { status, json, headers } = await plan(household);
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'done', days: 2, violations: [], weather: false });
    expect(json.slots.map(({ meal }: Slot) => meal)).toEqual([
      'lunch',
      'dinner',
      'lunch',
      'dinner',
    ]);
    expect(Number(json.wasteAvoided.amount)).toBeGreaterThan(0);
    const used = json.slots.flatMap(({ uses }: Slot) => uses);
    expect(used.length).toBeGreaterThan(0);
    expect(
      json.slots.some(({ why }: { why: string[] }) => why.some((one) => one.startsWith('ratuje'))),
    ).toBe(true);
    const again = await read(household, json.id);
    expect(again.json).toMatchObject({ id: json.id, slots: json.slots });
    expect(again.headers.etag).toBe(headers.etag);
  });

  test('is the same for the same wishes, pantry and seed', async () => {
    const household = await stocked();
    const dishes = async () =>
      (await plan(household, { seed: 7 })).json.slots.map(({ recipe }: Slot) => recipe.id);
    expect(await dishes()).toEqual(await dishes());
  });

  test('lets each meal say who eats, what it is, how long it takes, or that there is none', async () => {
    const household = await stocked();
    const adam = await person(database, household, 'Adam');
    await person(database, household, 'Ola', OLA);
    const { json } = await plan(household, {
      slots: [
        { date: inDays(1), meal: 'lunch', skip: true },
        { date: inDays(1), meal: 'dinner', people: [adam], maxMinutes: 20 },
        { date: inDays(2), meal: 'dinner', recipeId: 'pl-kopytka', servings: 6 },
      ],
    });
    const [quick, , chosen] = json.slots;
    expect(json.slots).toHaveLength(3);
    expect(quick).toMatchObject({ people: [adam], servings: 1 });
    expect(quick.recipe.minutes).toBeLessThanOrEqual(20);
    expect(chosen).toMatchObject({ recipe: { id: 'pl-kopytka' }, servings: 6 });
  });

  test('names the wishes that stand in the way, and keeps no meal', async () => {
    const household = await stocked();
    const { status, json } = await plan(household, {
      servings: 20,
      budget: { amount: '0.00', currency: 'PLN' },
      slots: [{ date: inDays(1), meal: 'lunch', maxMinutes: 1 }],
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'infeasible', slots: [] });
    const [minutes, budget] = json.violations;
    expect(minutes).toMatchObject({ wish: 'maxMinutes', slot: { date: inDays(1), meal: 'lunch' } });
    expect(minutes.relaxTo).toBeGreaterThan(1);
    expect(budget).toMatchObject({ wish: 'budget', slot: null });
    // With what it asks for there is a plan.
    const relaxed = await plan(household, {
      servings: 20,
      budget: budget.relaxTo,
      slots: [{ date: inDays(1), meal: 'lunch', maxMinutes: minutes.relaxTo }],
    });
    expect(relaxed.json.status).toBe('done');
  });

  test('refuses a chosen dish that somebody who eats must not have', async () => {
    const household = await stocked();
    await person(database, household, 'Ola', [{ code: 'gluten', severity: 'allergy' }]);
    const { json } = await plan(household, {
      slots: [{ date: inDays(1), meal: 'lunch', recipeId: 'pl-kopytka' }],
    });
    expect(json.status).toBe('infeasible');
    expect(json.violations).toHaveLength(1);
    expect(json.violations[0]).toMatchObject({ wish: 'recipeId', relaxTo: null });
    expect(json.violations[0].detail).toContain('Ola');
  });

  test.each([
    [{ days: 0 }, 400],
    [{ days: 60 }, 400],
    [{ meals: [] }, 400],
    [{ from: '2020-01-01' }, 422],
    [{ from: '2999-01-01' }, 422],
    [{ people: [randomUUID()] }, 404],
    [{ people: [] }, 422],
    [{ budget: { amount: '5.00', currency: 'EUR' } }, 400],
    [{ slots: [{ date: inDays(9), meal: 'lunch' }] }, 422],
    [{ slots: [{ date: inDays(1), meal: 'lunch', recipeId: 'pl-nie-ma' }] }, 404],
  ])('answers %j with %i and plans nothing', async (wrong, status) => {
    const household = await database.newHousehold();
    expect((await plan(household, wrong)).status).toBe(status);
    expect((await call(handler, { resource: PLANS, household })).json.items).toEqual([]);
  });
});

describe('changing a plan', () => {
  test('swaps one meal and leaves the others as they are', async () => {
    const household = await stocked();
    const { json, headers } = await plan(household, { leftovers: false });
    const [first] = json.slots;
    const changed = await change(household, json.id, headers.etag ?? '', [
      { id: first.id, swap: true },
    ]);
    expect(changed.status, changed.text).toBe(200);
    expect(changed.json.slots[0].recipe.id).not.toBe(first.recipe.id);
    expect(changed.json.changed).toContain(first.id);
    const kept = changed.json.slots.filter(
      (slot: Slot, index: number) => slot.recipe.id === json.slots[index].recipe.id,
    );
    expect(kept.length).toBeGreaterThanOrEqual(2);
  });

  test('keeps a locked meal, and takes a dish that is given', async () => {
    const household = await stocked();
    const { json, headers } = await plan(household, { leftovers: false });
    const [first, second] = json.slots;
    const { json: changed } = await change(household, json.id, headers.etag ?? '', [
      { id: first.id, locked: true },
      { id: second.id, recipeId: 'pl-kopytka' },
    ]);
    expect(changed.slots[0]).toMatchObject({ recipe: { id: first.recipe.id }, locked: true });
    expect(changed.slots[1].recipe.id).toBe('pl-kopytka');
  });

  test('needs the version that was read, and a meal of the plan', async () => {
    const household = await stocked();
    const { json, headers } = await plan(household, { days: 1 });
    const [{ id }] = json.slots;
    const answers = [
      await change(household, json.id, '"99"', [{ id, swap: true }]),
      await change(household, json.id, headers.etag ?? '', [{ id: randomUUID(), swap: true }]),
      await change(household, randomUUID(), headers.etag ?? '', [{ id, swap: true }]),
    ];
    expect(answers.map(({ status }) => status)).toEqual([412, 404, 404]);
  });

  test('is nobody else’s', async () => {
    const household = await stocked();
    const { json } = await plan(household, { days: 1 });
    const other = await database.newHousehold();
    expect((await read(other, json.id)).status).toBe(404);
  });
});

describe('a plan and the pantry', () => {
  test('cooking a meal books the pantry once and marks it', async () => {
    const household = await stocked();
    const { json } = await plan(household, {
      days: 1,
      meals: ['dinner'],
      slots: [{ date: inDays(1), meal: 'dinner', recipeId: 'pl-kopytka' }],
    });
    const [{ id }] = json.slots;
    const cooked = await cook(household, json.id, id);
    expect(cooked.status, cooked.text).toBe(200);
    expect(cooked.json.bookingIds.length).toBeGreaterThan(0);
    expect((await read(household, json.id)).json.slots[0].cookedId).toBe(cooked.json.id);
    expect(await cook(household, json.id, id)).toMatchObject({
      status: 409,
      json: { code: 'slot-cooked' },
    });
    const bookings = await call(pantry, { resource: BOOKINGS, household });
    const consumed = bookings.json.items.filter(({ kind }: { kind: string }) => kind === 'consume');
    expect(consumed).toHaveLength(cooked.json.bookingIds.length);
  });

  test('says which meals no longer hold when somebody has eaten what they need', async () => {
    const household = await stocked();
    const { json } = await plan(household);
    const [using] = json.slots.filter(({ uses }: Slot) => uses.length > 0);
    const [{ lotId }] = using.uses;
    await database.query('update lots set quantity = 0 where id = $1', [lotId]);
    const { outdated } = (await read(household, json.id)).json;
    expect(outdated).toContainEqual(
      expect.objectContaining({ slotId: using.id, lotId, detail: 'Już tego nie ma.' }),
    );
    expect(
      (await plan(household)).json.slots.flatMap(({ uses }: Slot) => uses.map((use) => use.lotId)),
    ).not.toContain(lotId);
  });
});
