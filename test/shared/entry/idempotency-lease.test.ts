import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { handler, MAKE, things } from './things.ts';

const database = testDatabase();
const OTHER = { name: 'bottle', size: 1 };
/** API Gateway waits for an answer for at most this long. */
const GATEWAY_SECONDS = 29;

function requester(household: HouseholdContext, key: string) {
  return (body: object = MAKE.body, more: Record<string, string> = {}) =>
    call(handler, { ...MAKE, household, body, headers: { 'Idempotency-Key': key, ...more } });
}

/** Sets the stored key back as if its holder had crashed before the reply, with so much of its lease left. */
async function crash(key: string, leaseLeft: string): Promise<void> {
  await database.query(
    `update idempotency_keys set status = null, headers = null, body = null,
       claimed_until = now() + $2::interval where key = $1`,
    [key, leaseLeft],
  );
}

async function rowOf(key: string): Promise<Record<string, unknown> | undefined> {
  // xmin changes with every write, even with one that writes the same values.
  const rows = await database.query('select *, xmin from idempotency_keys where key = $1', [key]);
  return rows[0];
}

/** Starts a request that waits in the middle of its work, and waits until it holds the key. */
async function held(key: string, household: HouseholdContext, body: object = MAKE.body) {
  things.gate = Promise.withResolvers();
  const { resolve } = things.gate;
  const answer = requester(household, key)(body, { 'X-Wait': 'yes' });
  while ((await rowOf(key)) === undefined) await new Promise(setImmediate);
  return { answer, finish: () => resolve() };
}

test('a key whose holder crashed is not taken over by a request with another body', async () => {
  const send = requester(await database.newHousehold(), 'other-body');
  await send();
  things.made = 0;
  for (const leaseLeft of ['30 seconds', '-1 seconds', '-23 hours']) {
    await crash('other-body', leaseLeft);
    const refused = await send(OTHER);
    expect(refused, leaseLeft).toMatchObject({
      status: 422,
      json: { code: 'idempotency-key-reused' },
    });
  }
  expect(things.made).toBe(0);
  // The request itself may still be tried again.
  expect((await send()).status).toBe(201);
  expect(things.made).toBe(1);
});

test('a key is held longer than the gateway waits, and a takeover holds it as long', async () => {
  const household = await database.newHousehold();
  const first = await held('lease', household);
  const [lease] = await database.query<{ seconds: number }>(
    `select extract(epoch from claimed_until - created_at)::float as seconds
     from idempotency_keys where key = 'lease'`,
  );
  expect(lease?.seconds).toBeGreaterThan(GATEWAY_SECONDS);
  expect(lease?.seconds).toBeLessThanOrEqual(60);
  await crash('lease', '-1 seconds');
  const lost = (await rowOf('lease'))?.claim;
  const second = requester(household, 'lease')(MAKE.body, { 'X-Wait': 'yes' });
  while ((await rowOf('lease'))?.claim === lost) await new Promise(setImmediate);
  expect(await requester(household, 'lease')()).toMatchObject({
    status: 409,
    json: { code: 'still-running' },
  });
  first.finish();
  // The one that lost the key has done nothing: its work was rolled back.
  expect(await first.answer).toMatchObject({ status: 409, json: { code: 'still-running' } });
  expect((await second).status).toBe(201);
});

test.each([
  ['its reply', MAKE.body, 409],
  ['its failure', { name: 'fails', size: 1 }, 409],
])('a holder that lost its key to another changes nothing by %s', async (what, body, status) => {
  const key = `lost-${what.replace(' ', '-')}`;
  const first = await held(key, await database.newHousehold(), body);
  await database.query('update idempotency_keys set claim = gen_random_uuid() where key = $1', [
    key,
  ]);
  const taken = await rowOf(key);
  first.finish();
  expect((await first.answer).status).toBe(status);
  expect(await rowOf(key)).toEqual(taken);
});

test('a reply is kept for a day, and no longer', async () => {
  const send = requester(await database.newHousehold(), 'a-day');
  const age = (interval: string) =>
    database.query(
      `update idempotency_keys set created_at = now() - $1::interval where key = 'a-day'`,
      [interval],
    );
  things.made = 0;
  await send();
  await age('23 hours 59 minutes');
  expect((await send()).headers['idempotency-replayed']).toBe('true');
  expect((await send(OTHER)).status).toBe(422);
  expect(things.made).toBe(1);
  await age('24 hours 1 second');
  const later = await send(OTHER);
  expect(later.status).toBe(201);
  expect(later.headers['idempotency-replayed']).toBeUndefined();
  expect(things.made).toBe(2);
});

test('forgetting old keys leaves the younger ones, and those of other households', async () => {
  const [ours, theirs] = [await database.newHousehold(), await database.newHousehold()];
  await requester(ours, 'old')();
  await requester(ours, 'young')();
  await requester(theirs, 'not-ours')();
  await database.query(
    `update idempotency_keys set created_at = now() - interval '25 hours'
     where key in ('old', 'not-ours')`,
  );
  await requester(ours, 'any')();
  const kept = await database.query<{ key: string }>(
    `select key from idempotency_keys where household_id = any ($1) order by key`,
    [[ours.householdId, theirs.householdId]],
  );
  expect(kept.map(({ key }) => key)).toEqual(['any', 'not-ours', 'young']);
});
