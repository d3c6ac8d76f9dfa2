import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll } from 'vitest';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler as upload } from '#functions/api/upload/handler.ts';
import { forgetSecret } from '#shared/clients/secrets.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { closePools } from '#shared/database/pool.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { ENV, type EnvName } from '#shared/env.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type FaultyServer, faultyServer } from '#test/support/faulty-server.ts';
import { knownRedis } from '#test/support/known-redis.ts';
import { flour, PANTRY } from '#test/support/pantry.ts';
import { testQueue } from '#test/support/queue.ts';
import { describeAway, said } from '#test/support/service-away.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const photo = readFileSync('test/data/receipts/Receipt_1.jpg');
const database = testDatabase();
testStorage();
const queue = testQueue();
const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** A proxy before the service that an environment name points to; from now on it points to the proxy. */
async function before(name: EnvName): Promise<FaultyServer> {
  const value = process.env[name] ?? '';
  const isPort = name === ENV.databasePort;
  const server = await faultyServer(Number(isPort ? value : new URL(value).port));
  process.env[name] = isPort ? String(server.port) : server.url;
  closing.push(() => server.close());
  return server;
}

/** A photograph that nobody sent before, sent again and again. */
function photoOf(household: HouseholdContext) {
  const body = Buffer.concat([photo, Buffer.from(randomUUID())]);
  const headers = { 'Content-Type': 'image/jpeg' };
  const resource = '/api/v2/upload';
  return async () =>
    said(await call(upload, { method: 'POST', resource, household, body, headers }));
}

function uploadsOf({ householdId }: HouseholdContext) {
  return async () => {
    const sql = 'select status from uploads where household_id = $1';
    return (await database.query<{ status: string }>(sql, [householdId])).map(
      ({ status }) => status,
    );
  };
}

describeAway('without the database', database, {
  server: () => before(ENV.databasePort),
  async does(household) {
    await closePools();
    const post = { method: 'POST', resource: PANTRY, household, body: flour };
    const lots = async () =>
      (await database.query('select 1 from lots where household_id = $1', [household.householdId]))
        .length;
    return { once: async () => said(await call(pantry, post)), kept: lots, found: lots };
  },
  away: '503 database-away, again in 5 s',
  keeps: 0,
  back: '201',
  finds: 1,
});

describeAway('without the secrets', database, {
  server: () => before(ENV.secretsEndpoint),
  async does(household) {
    await closePools();
    forgetSecret('secret-of-foodsave_app');
    return { once: async () => said(await call(pantry, { resource: PANTRY, household })) };
  },
  away: '503 database-away, again in 5 s',
  back: '200',
});

// First, for the SDK keeps the address that it found at its first request.
describeAway('without the storage', database, {
  server: () => before(ENV.s3Endpoint),
  does: (household) => {
    const uploads = uploadsOf(household);
    return { once: photoOf(household), kept: uploads, found: uploads };
  },
  away: '503 storage-away, again in 5 s',
  // The row waits for its file; the same bytes again are the rest of this upload.
  keeps: ['awaiting-file'],
  back: '202',
  finds: ['queued'],
});

describeAway('without Redis a photograph is taken, counted by this instance alone', database, {
  async server() {
    const { server, close } = await knownRedis();
    closing.push(close);
    return server;
  },
  does: (household) => ({ once: photoOf(household), kept: uploadsOf(household) }),
  away: '202',
  keeps: ['queued'],
  back: '202',
});

describeAway('without the queue a message waits in the outbox', database, {
  server: () => before(ENV.sqsEndpoint),
  async does(household) {
    const { uploadId } = await newRun(household);
    await database.query("update uploads set status = 'failed' where id = $1", [uploadId]);
    queue.clear();
    const waiting = async () =>
      (
        await database.query<{ topic: string }>(
          'select topic from outbox where household_id = $1 and sent_at is null order by position',
          [household.householdId],
        )
      ).map(({ topic }) => topic);
    const retry = { method: 'POST', resource: '/api/v2/upload/{uploadId}/retry', household };
    let isAsked = false;
    return {
      async once() {
        if (isAsked) {
          await relayHousehold(household);
          // A slow queue took them and could not say so: then they are sent again, and all consumers bear it.
          const sent = new Set(queue.messages().map(({ payload }) => JSON.stringify(payload)));
          return `${(await waiting()).length} wait, ${sent.size} sent`;
        }
        isAsked = true;
        return said(await call(upload, { ...retry, params: { uploadId } }));
      },
      kept: waiting,
    };
  },
  away: '202',
  keeps: ['receipt.requested', 'uploads.look'],
  back: '0 wait, 2 sent',
});
