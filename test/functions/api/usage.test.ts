import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { handler as withoutModel } from '#functions/api/usage/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { hashKey } from '#shared/households/device-key.ts';
import { addDeviceKey } from '#shared/households/device-key-store.ts';
import { findDeviceKey, identify } from '#shared/identity/identity-store.ts';
import { householdBudget } from '#shared/llm/budget.ts';
import { countPages } from '#shared/usage/count-pages.ts';
import { readUsage } from '#shared/usage/read-usage.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
let household: HouseholdContext;
beforeEach(async () => {
  household = await database.newHousehold();
});

const ask = (query: Record<string, string> = {}, as = household) =>
  call(withoutModel, { resource: '/api/v2/usage', household: as, query });

const NOTHING = {
  ...{ requests: 0, modelCalls: 0, inputTokens: 0, outputTokens: 0, backgroundTokens: 0 },
  ...{ ocrPages: 0, storedBytes: 0 },
};

/** A day of the account, as functions write it today. */
async function used(day: string, requests: number, tokens: number): Promise<void> {
  const id = household.householdId;
  await database.query(
    'insert into usage_days (household_id, day, requests, ocr_pages) values ($1, $2, $3, 2)',
    [id, day, requests],
  );
  await database.query(
    `insert into model_days (household_id, day, calls, input_tokens, output_tokens, background_tokens)
     values ($1, $2, 1, $3, 10, 4)`,
    [id, day, tokens],
  );
}

async function uploaded(at: string, size: number, status = 'done'): Promise<void> {
  await database.query(
    `insert into uploads (household_id, kind, status, content_type, size, created_at)
     values ($1, 'receipt', $2, 'image/jpeg', $3, $4)`,
    [household.householdId, status, size, at],
  );
}

test('a day is one row of all that was used on it, months are whole', async () => {
  await used('2026-03-31', 5, 100);
  await used('2026-03-30', 7, 200);
  await used('2026-03-01', 1, 1000);
  await used('2026-02-28', 9, 9000);
  // A quarter past midnight in Warsaw, where the clocks have been put forward.
  await uploaded('2026-03-30T22:15:00Z', 4_000_000);
  await uploaded('2026-03-31T10:00:00Z', 500, 'awaiting-file');
  const { status, json } = await ask({ from: '2026-03-30', to: '2026-03-31' });
  expect(status).toBe(200);
  const tokens = { modelCalls: 1, outputTokens: 10, backgroundTokens: 4, ocrPages: 2 };
  expect(json.days).toEqual([
    {
      ...NOTHING,
      ...tokens,
      day: '2026-03-31',
      requests: 5,
      inputTokens: 100,
      storedBytes: 4_000_000,
    },
    { ...NOTHING, ...tokens, day: '2026-03-30', requests: 7, inputTokens: 200 },
  ]);
  expect(json.months).toMatchObject([
    { month: '2026-03', requests: 13, inputTokens: 1300, ocrPages: 6, storedBytes: 4_000_000 },
  ]);
  expect(json.storage).toEqual({ files: 1, bytes: 4_000_000 });
  expect(json.budgets).toEqual({ modelTokensPerDay: null });
});

test('every request that is let in counts, by token or by device key, and no other', async () => {
  const subject = {
    issuer: 'https://issuer.test',
    sub: randomUUID(),
    issuedAt: new Date(),
    scopes: [],
  };
  const requests = async (householdId: string) =>
    (
      await database.query<{ requests: number }>(
        'select requests from usage_days where household_id = $1',
        [householdId],
      )
    ).map((row) => row.requests);
  const members = await Promise.all(Array.from({ length: 6 }, () => identify(subject)));
  const householdId = members[0]?.household_id ?? '';
  expect(await requests(householdId)).toEqual([6]);

  const { key } = await addDeviceKey(household, { name: 'Prometheus', scopes: ['admin'] });
  await findDeviceKey(hashKey(key));
  await findDeviceKey(hashKey('fsk_unknown'));
  const { days } = (await ask()).json;
  expect(days).toMatchObject([{ requests: 1 }]);
});

test('a request does not wait for its own count', async () => {
  const subject = {
    issuer: 'https://issuer.test',
    sub: randomUUID(),
    issuedAt: new Date(),
    scopes: [],
  };
  const member = await identify(subject);
  await database.query('begin');
  await database.query('select 1 from usage_days where household_id = $1 for update', [
    member?.household_id,
  ]);
  expect(await identify(subject)).toMatchObject({ household_id: member?.household_id });
  await database.query('rollback');
});

test('pages that were read are added to today', async () => {
  await countPages(household, 'receipt', 1);
  await countPages(household, 'document', 4);
  await countPages(household, 'document', 0);
  const { json } = await ask();
  expect(json.days).toMatchObject([{ ocrPages: 5 }]);
  expect(json.days).toHaveLength(1);
});

test('says what is left of the day’s tokens, those of running calls held back', async () => {
  const budget = householdBudget(1000);
  const first = await budget.reserve({ household, work: 'interactive' }, 300);
  await budget.reserve({ household, work: 'interactive' }, 200);
  if (!first.ok) throw new Error(first.unavailable);
  await first.settle({ inputTokens: 90, outputTokens: 10 }, false);
  const { budgets } = await readUsage(household, {}, 1000);
  expect(budgets.modelTokensPerDay).toMatchObject({
    limit: 1000,
    used: 100,
    reserved: 200,
    left: 700,
  });
  const resets = new Date(budgets.modelTokensPerDay?.resetsAt ?? '');
  const hour = resets.toLocaleTimeString('pl-PL', { timeZone: 'Europe/Warsaw' });
  expect(hour).toBe('00:00:00');
  expect(resets.getTime()).toBeGreaterThan(Date.now());
  expect((await readUsage(household, {}, 250)).budgets.modelTokensPerDay?.left).toBe(0);
});

test('of another household nothing is seen', async () => {
  await used('2026-03-31', 5, 100);
  const other = await database.newHousehold();
  const { json } = await ask({ from: '2026-03-01', to: '2026-03-31' }, other);
  expect(json).toMatchObject({ days: [], months: [], storage: { files: 0, bytes: 0 } });
});

test('is for owners, and a period has a beginning, an end and a year at most', async () => {
  const member = { ...household, scopes: ['read', 'write'] as const };
  expect(await ask({}, member)).toMatchObject({ status: 403 });
  expect(await ask({ from: '2026-03-02', to: '2026-03-01' })).toMatchObject({
    status: 422,
    json: { code: 'invalid-period' },
  });
  expect(await ask({ from: '2025-01-01', to: '2026-01-02' })).toMatchObject({
    status: 422,
    json: { code: 'period-too-long' },
  });
  expect(await ask({ from: '2025-01-01', to: '2026-01-01' })).toMatchObject({ status: 200 });
  expect(await ask({ from: 'yesterday' })).toMatchObject({ status: 400 });
  expect((await ask({ to: '2026-03-31' })).json.from).toBe('2026-03-01');
});
