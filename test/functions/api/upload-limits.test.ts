import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/upload/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { limitUploads } from '#shared/limits/upload-limit.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();
testQueue();
beforeAll(() => {
  // Without its secret Redis is away: this instance lets twenty files an hour through.
  process.env[ENV.redisSecret] = 'no-such-secret';
});

const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
const fresh = () => Buffer.concat([photo, Buffer.from(randomUUID())]);

function send(household: HouseholdContext, body: Buffer) {
  const headers = { 'Content-Type': 'image/jpeg' };
  return call(handler, { method: 'POST', resource: '/api/v2/upload', household, body, headers });
}

function retry(household: HouseholdContext, uploadId: string) {
  const resource = '/api/v2/upload/{uploadId}/retry';
  return call(handler, { method: 'POST', resource, params: { uploadId }, household });
}

/** How many files of the hour are left, by asking for all of them at once. */
async function left({ householdId }: HouseholdContext): Promise<number> {
  const many = { householdId };
  const away = () => Promise.reject(new Error('Redis is away'));
  for (let files = 20; files > 0; files -= 1) {
    const taken = limitUploads(many, files, away, async () => ({ duplicateOf: 'asked only' }));
    const refusal = await taken.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refusal === undefined) return files;
  }
  return 0;
}

test('what is refused, or was sent before, takes nothing from the hour', async () => {
  const household = await database.newHousehold();
  const bytes = fresh();
  expect((await send(household, bytes)).status).toBe(202);
  expect(await left(household)).toBe(19);
  expect((await send(household, bytes)).json).toHaveProperty('duplicateOf');
  expect((await send(household, Buffer.from('no picture'))).status).toBeGreaterThanOrEqual(400);
  expect((await retry(household, randomUUID())).status).toBe(404);
  expect(await left(household)).toBe(19);
});

test('another attempt is read, so it counts', async () => {
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await database.query("update uploads set status = 'failed' where id = $1", [uploadId]);
  expect((await retry(household, uploadId)).status).toBe(202);
  expect(await left(household)).toBe(19);
  expect((await retry(household, uploadId)).status).toBe(409);
  expect(await left(household)).toBe(19);
});

test('a retry beyond the limit is refused, and the upload stays as it was', async () => {
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await database.query("update uploads set status = 'failed' where id = $1", [uploadId]);
  const away = vi.fn(() => Promise.reject(new Error('Redis is away')));
  await limitUploads(household, 20, away, async () => ({}));
  const refused = await retry(household, uploadId);
  expect(refused).toMatchObject({ status: 429, json: { code: 'too-many-uploads' } });
  expect(refused.headers).toHaveProperty('retry-after');
  const [row] = await database.query('select status from uploads where id = $1', [uploadId]);
  expect(row).toEqual({ status: 'failed' });
});

test('a fourth stream of a person is refused in words', async () => {
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await database.query(
    `insert into event_streams (household_id, user_id, ends_at)
     select $1, $2, now() + interval '1 minute' from generate_series(1, 3)`,
    [household.householdId, household.userId],
  );
  const look = { resource: '/api/v2/upload/{uploadId}', params: { uploadId }, household };
  const stream = await call(handler, { ...look, headers: { accept: 'text/event-stream' } });
  expect(stream).toMatchObject({ status: 429, json: { code: 'too-many-streams' } });
  expect(stream.headers['retry-after']).toBe('10');
  expect((await call(handler, look)).status).toBe(200);
});
