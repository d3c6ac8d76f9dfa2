import { describe, expect, test } from 'vitest';
import { type Budget, householdBudget, type Reservation } from '#shared/llm/budget.ts';
import type { Caller } from '#shared/llm/caller.ts';
import { testDatabase } from '#test/support/database.ts';
import { languageCase, prompt } from './language-case.ts';

const database = testDatabase();
const budget = householdBudget(1000);
const USED_UP = { ok: false, unavailable: 'budget-used-up' };

async function caller(work: Caller['work'] = 'interactive'): Promise<Caller> {
  return { household: await database.newHousehold(), work };
}

async function reserve(who: Caller, tokens: number, of: Budget = budget): Promise<Reservation> {
  const reserved = await of.reserve(who, tokens);
  if (!reserved.ok) throw new Error(reserved.unavailable);
  return reserved;
}

const took = (inputTokens: number, outputTokens = 0) => ({ inputTokens, outputTokens });

describe('the tokens of a household’s day', () => {
  test('are held from before a call, and what was not used is free after it', async () => {
    const who = await caller();
    const held = await reserve(who, 800);
    expect(await budget.reserve(who, 201)).toEqual(USED_UP);
    await held.settle(took(100, 50), false);
    expect(await budget.reserve(who, 851)).toEqual(USED_UP);
    await reserve(who, 850);
  });

  test('are written down as they were used, also above what was held', async () => {
    const who = await caller();
    await (await reserve(who, 10)).settle(took(900, 300), true);
    const [day] = await database.query(
      'select calls, failed_calls, input_tokens, output_tokens, background_tokens from model_days where household_id = $1',
      [who.household.householdId],
    );
    expect(day).toEqual({
      calls: 1,
      failed_calls: 1,
      input_tokens: '900',
      output_tokens: '300',
      background_tokens: '0',
    });
    expect(await budget.reserve(who, 1)).toEqual(USED_UP);
  });

  test('are written down once, however often a call ends', async () => {
    const who = await caller();
    const held = await reserve(who, 10);
    await Promise.all([held.settle(took(5), false), held.settle(took(5), false)]);
    await reserve(who, 995);
  });

  test('are never given twice to calls at the same time', async () => {
    const who = await caller();
    const all = await Promise.all(Array.from({ length: 20 }, () => budget.reserve(who, 300)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(3);
  });

  test('are each household’s own', async () => {
    await reserve(await caller(), 1000);
    await reserve(await caller(), 1000);
  });

  test('are there again the next day', async () => {
    const who = await caller();
    await (await reserve(who, 1000)).settle(took(1000), false);
    expect(await budget.reserve(who, 1)).toEqual(USED_UP);
    await database.query('update model_days set day = day - 1 where household_id = $1', [
      who.household.householdId,
    ]);
    await reserve(who, 1000);
  });

  test('that a dead process holds are given back when its time is over', async () => {
    const who = await caller();
    const held = await reserve(who, 1000);
    expect(await budget.reserve(who, 1)).toEqual(USED_UP);
    const { householdId } = who.household;
    const [row] = await database.query<{ left: number }>(
      'select extract(epoch from expires_at - now())::int as left from model_reservations where household_id = $1',
      [householdId],
    );
    expect(row?.left).toBeGreaterThan(600); // longer than the longest function
    await database.query(
      "update model_reservations set expires_at = now() - interval '1 s' where household_id = $1",
      [householdId],
    );
    await reserve(who, 1000);
    // It was slow, not dead: what it used counts all the same.
    await held.settle(took(400), false);
    const [day] = await database.query(
      'select input_tokens from model_days where household_id = $1',
      [householdId],
    );
    expect(day).toEqual({ input_tokens: '400' });
  });

  test('are half for what nobody waits for, and all for people', async () => {
    const person = await caller();
    const job: Caller = { ...person, work: 'background' };
    await (await reserve(job, 400)).settle(took(300), false);
    await reserve(job, 200);
    expect(await budget.reserve(job, 1)).toEqual(USED_UP);
    await reserve(person, 500);
    expect(await budget.reserve(person, 1)).toEqual(USED_UP);
  });

  test('that people used leave nothing to what nobody waits for', async () => {
    const person = await caller();
    await (await reserve(person, 1000)).settle(took(900), false);
    expect(await budget.reserve({ ...person, work: 'background' }, 101)).toEqual(USED_UP);
  });

  test('are seen by their household alone', async () => {
    await reserve(await caller(), 700);
    await database.query('set role foodsave_app');
    expect(await database.query('select * from model_days')).toEqual([]);
    expect(await database.query('select * from model_reservations')).toEqual([]);
    await database.query('reset role');
  });
});

describe('a model', () => {
  test('is not asked when the day is used up, and says why', async () => {
    const {
      models,
      caller: who,
      first,
      used,
    } = await languageCase(database, {
      budget: householdBudget(10),
    });
    expect(await models.generate(prompt, who)).toEqual({
      ok: false,
      unavailable: 'budget-used-up',
      detail: 'budget-used-up',
      usage: null,
    });
    const pieces = await Array.fromAsync(models.stream(prompt, who));
    expect(pieces).toMatchObject([{ type: 'failed', unavailable: 'budget-used-up' }]);
    expect(await models.tools(prompt, [], who)).toMatchObject({ unavailable: 'budget-used-up' });
    expect(first.received).toEqual([]);
    expect(await used()).toMatchObject({ calls: 0, held: 0 });
  });

  test('is not asked when its tokens cannot be reserved', async () => {
    let asked = 0;
    const away: Budget = {
      async reserve() {
        asked += 1;
        return { ok: false, unavailable: 'budget-away' };
      },
    };
    const { models, caller: who, first } = await languageCase(database, { budget: away });
    expect(await models.generate(prompt, who)).toMatchObject({ unavailable: 'budget-away' });
    expect(first.received).toEqual([]);
    // No other model has tokens either.
    expect(asked).toBe(1);
  });
});
