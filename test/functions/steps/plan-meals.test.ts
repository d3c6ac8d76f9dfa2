import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { handler as plans } from '#functions/api/meal-plans/handler.ts';
import { handler } from '#functions/steps/plan-meals/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { PLAN_GONE } from '#shared/meal-plans/later/plan-run.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';
import { OLA, person } from '../api/recipes/diners.ts';
import { added, inDays, stock } from '../api/recipes/household.ts';

const database = testDatabase();
const queue = testQueue();
const PLANS = '/api/v2/meal-plans';
const PLAN = `${PLANS}/{planId}`;

beforeAll(() => {
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});

/** Asks for a plan that nobody waits for: of one dinner, so that all dishes are tried. */
function ask(household: HouseholdContext, body: object = {}, key: string = randomUUID()) {
  queue.clear();
  const headers = { prefer: 'respond-async', 'idempotency-key': key };
  const whole = { from: inDays(1), days: 1, meals: ['dinner'], weather: false, ...body };
  return call(plans, { method: 'POST', resource: PLANS, household, body: whole, headers });
}

const read = (household: HouseholdContext, planId: string) =>
  call(plans, { resource: PLAN, params: { planId }, household });

async function asked(body: object = {}) {
  const household = await database.newHousehold();
  await stock(household, 'Ziemniaki', '1', 'kg', inDays(1));
  const { json } = await ask(household, body);
  return { household, run: { planId: String(json.id), householdId: household.householdId } };
}

/** Sets an address that the household is told at. */
async function tellsSomebody({ householdId }: HouseholdContext) {
  await database.query(
    `insert into notification_targets (household_id, channel, address)
     values ($1, 'webhook', 'https://home.example/hook')`,
    [householdId],
  );
}

const toldTo = ({ householdId }: HouseholdContext) =>
  database.query('select type, event_key from notification_deliveries where household_id = $1', [
    householdId,
  ]);
const told = () => queue.messages().map(({ payload }) => payload);
const failure = (errorMessage: string) => {
  return { Error: 'Error', Cause: JSON.stringify({ errorType: 'Error', errorMessage }) };
};

describe('asking for a plan that nobody waits for', () => {
  test('answers at once where it will be, and sends for it to be made', async () => {
    const household = await database.newHousehold();
    const { status, json, headers } = await ask(household);
    expect(status).toBe(202);
    expect(headers).toMatchObject({
      location: `${PLANS}/${json.id}`,
      'preference-applied': 'respond-async',
    });
    expect(json).toMatchObject({ status: 'queued', stage: null, slots: [], bound: null });
    expect(queue.messages()).toEqual([
      { payload: { planId: json.id, householdId: household.householdId }, delaySeconds: 2 },
    ]);
  });

  test('makes one plan for one key', async () => {
    const household = await database.newHousehold();
    const key = randomUUID();
    const first = await ask(household, {}, key);
    const again = await ask(household, {}, key);
    expect([again.status, again.json.id]).toEqual([202, first.json.id]);
    expect(told()).toEqual([]);
    const rows = await database.query('select from meal_plans where household_id = $1', [
      household.householdId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('says at once what is wrong with the wishes, and keeps nothing', async () => {
    const household = await database.newHousehold();
    const nobody = await ask(household, { people: [randomUUID()] });
    expect([nobody.status, nobody.json.code]).toEqual([404, 'unknown-person']);
    const past = await ask(household, { from: '2020-01-01' });
    expect([past.status, past.json.code]).toEqual([422, 'plan-in-past']);
    const list = await call(plans, { resource: PLANS, household });
    expect(list.json.items).toEqual([]);
  });

  test('is refused while five are being made', async () => {
    const household = await database.newHousehold();
    for (let at = 0; at < 5; at += 1) expect((await ask(household)).status).toBe(202);
    const sixth = await ask(household);
    expect([sixth.status, sixth.json.code]).toEqual([429, 'too-many-waiting']);
  });

  test('leaves nothing to change before it is made', async () => {
    const { household, run } = await asked();
    const { headers } = await read(household, run.planId);
    const change = await call(plans, {
      method: 'PATCH',
      resource: PLAN,
      params: { planId: run.planId },
      household,
      headers: { 'if-match': headers.etag ?? '' },
      body: { slots: [{ id: randomUUID(), swap: true }] },
    });
    expect([change.status, change.json.code]).toEqual([409, 'plan-not-made']);
  });
});

describe('making it', () => {
  test('gives the plan with its proof, and says once that it is ready', async () => {
    const { household, run } = await asked();
    await tellsSomebody(household);
    expect(await handler(run)).toEqual(run);
    const made = await read(household, run.planId);
    expect(made.json).toMatchObject({ status: 'done', stage: null, gap: 0 });
    expect(made.json.slots).toHaveLength(1);
    const ready = [{ type: 'plan.ready', event_key: `plan ${run.planId}` }];
    expect(await toldTo(household)).toEqual(ready);
    await handler(run);
    expect(await toldTo(household)).toEqual(ready);
    expect((await read(household, run.planId)).headers.etag).toBe(made.headers.etag);
  });

  test('begins anew where it was killed in the middle', async () => {
    const { household, run } = await asked();
    await database.query(
      `update meal_plans set stage = 'plan', outcome = jsonb_set(outcome, '{status}', '"running"')
       where id = $1`,
      [run.planId],
    );
    expect((await read(household, run.planId)).json).toMatchObject({
      status: 'running',
      stage: 'plan',
    });
    await handler(run);
    expect((await read(household, run.planId)).json.status).toBe('done');
  });

  test('keeps which wishes stand in the way', async () => {
    const { household, run } = await asked({ maxMinutes: 1 });
    await tellsSomebody(household);
    await handler(run);
    const { json } = await read(household, run.planId);
    expect(json).toMatchObject({ status: 'infeasible', slots: [] });
    expect(json.violations).toMatchObject([{ wish: 'maxMinutes' }]);
    expect(await toldTo(household)).toHaveLength(1);
  });

  test('heeds allergies that were entered after it was asked for', async () => {
    const household = await database.newHousehold();
    const recipe = {
      title: 'Makaron z masłem orzechowym',
      servings: 2,
      ingredients: ['100 g masła orzechowego', '200 g makaronu'],
      steps: ['Wymieszaj.'],
    };
    const { json: dish } = await added(household, recipe);
    const wished = { slots: [{ date: inDays(1), meal: 'dinner', recipeId: dish.id }] };
    const { json } = await ask(household, wished);
    await person(database, household, 'Ola', OLA);
    await handler({ planId: json.id, householdId: household.householdId });
    const made = await read(household, json.id);
    expect(made.json).toMatchObject({ status: 'infeasible', violations: [{ wish: 'recipeId' }] });
  });

  test('fails as gone for a plan that somebody removed', async () => {
    const { household, run } = await asked();
    await call(plans, { method: 'DELETE', resource: PLAN, params: run, household });
    await expect(handler(run)).rejects.toMatchObject({ name: PLAN_GONE });
  });

  test('that failed leaves why, and nothing of a plan', async () => {
    const { household, run } = await asked();
    await tellsSomebody(household);
    await handler({ ...run, error: failure('connect ECONNREFUSED 10.0.0.7:5432') });
    const { json } = await read(household, run.planId);
    expect(json).toMatchObject({ status: 'failed', problem: 'internal', slots: [], bound: null });
    expect(JSON.stringify(json)).not.toContain('10.0.0.7');
    expect(await toldTo(household)).toEqual([]);
  });

  test('that succeeded is not undone by a late failure', async () => {
    const { household, run } = await asked();
    await handler(run);
    await handler({ ...run, error: failure('too late') });
    expect((await read(household, run.planId)).json.status).toBe('done');
  });
});
