import { beforeEach, expect, test } from 'vitest';
import { handler as api } from '#functions/api/household-data/handler.ts';
import { handler } from '#functions/steps/erase-household/handler.ts';
import { erasedHouseholds } from '#shared/backup/erased-households.ts';
import { openBucket } from '#shared/clients/bucket.ts';
import { eraseFrom } from '#shared/clients/object-versions.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { ErasureRun } from '#shared/household-erasure/erasure-run.ts';
import { type ErasureDeps, erasureStep } from '#shared/household-erasure/erasure-step.ts';
import { FILE_PREFIXES, indexPrefix } from '#shared/household-erasure/traces.ts';
import { backups, emptyBuckets, keysOf, uploads } from '#test/support/backup.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { savedDocument } from '#test/support/saved-document.ts';
import { type Line, stockedReceipt } from '#test/support/stocked-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { testWorkflows } from '#test/support/workflows.ts';

const database = testDatabase();
testStorage();
const workflows = testWorkflows();
const index = openBucket(ENV.indexBucket);

const MILK: Line = {
  name: 'Mleko',
  key: 'milk-3-2',
  category: 'dairy',
  quantity: '2',
  unit: 'szt',
  net: 698,
};

let household: HouseholdContext;
let neighbour: HouseholdContext;

beforeEach(async () => {
  await emptyBuckets();
  [household, neighbour] = [await furnished(), await furnished()];
});

/** A household with rows in every table that grows, and files in every place. */
async function furnished(): Promise<HouseholdContext> {
  const made = await database.newHousehold();
  const { householdId, userId } = made;
  const first = await stockedReceipt(database, made, '2026-11-20', 'lidl', [MILK, MILK]);
  const again = await stockedReceipt(database, made, '2026-11-20', 'lidl', [MILK]);
  await database.query('update receipts set duplicate_of = $2 where id = $1', [again, first]);
  await savedDocument(database, made, 'Pralka', 'pl', [{ text: 'Filtr co miesiąc.' }]);
  for (const sql of [
    `insert into recipes (household_id, title, language, ingredients, steps, source)
       values ($1, 'Żurek', 'pl', '[]', '{}', '{}')`,
    `insert into chat_turns (household_id, user_id, session_id, agent, message, reply)
       select $1, user_id, gen_random_uuid(), 'chef', 'co na obiad', '{}' from members where household_id = $1`,
    `insert into search_indexes (household_id, dataset) values ($1, 'x')`,
    `insert into outbox (household_id, topic, payload)
       values ($1::uuid, 'index.optimize', jsonb_build_object('householdId', $1::uuid))`,
    `insert into bookings (household_id, lot_id, kind, change, unit, lot_version, undone_by)
       select household_id, lot_id, 'undo', 0, unit, 99, id from bookings where household_id = $1 limit 1`,
    `insert into device_keys (household_id, user_id, name, hash, scopes)
       select $1, user_id, 'x', sha256(user_id::text::bytea), '{read}' from members where household_id = $1`,
  ]) {
    await database.query(sql, [householdId]);
  }
  for (const prefix of FILE_PREFIXES) {
    await uploads.write(`${prefix}/${householdId}/${userId}`, 'x', 'text/plain');
  }
  await index.write(`${indexPrefix(householdId)}x.384.1.lance/data/1.lance`, 'x', 'text/plain');
  return made;
}

/** Every place where something still names the household or its member. */
async function traces({ householdId, userId }: HouseholdContext): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.query(`select 1 from ${name} t where t::text ~ $1`, [
      `${householdId}|${userId}`,
    ]);
    if (rows.length > 0) found.push(`${rows.length} × ${name}`);
  }
  for (const bucket of [uploads, index]) {
    for (const key of await keysOf(bucket)) if (key.includes(householdId)) found.push(key);
  }
  return found;
}

const erase = (who: HouseholdContext, confirm?: string) =>
  call(api, {
    method: 'DELETE',
    resource: '/api/v2/household',
    household: who,
    query: confirm === undefined ? {} : { confirm },
  });

/** Both steps of the API. @returns what the workflow is started with */
async function confirmed(): Promise<ErasureRun> {
  const { json } = await erase(household);
  expect((await erase(household, json.confirm)).json.status).toBe('erasing');
  const [started] = workflows.started();
  return ErasureRun.parse(started?.input);
}

/** What the workflow does up to its pause, or behind it. */
async function untilDone(
  run: ErasureRun,
  step: (run: ErasureRun) => Promise<unknown> = handler,
): Promise<ErasureRun> {
  let at = run;
  do at = ErasureRun.parse(await step(at));
  while (!at.done);
  return at;
}

test('an erased household leaves no row, file, index or message, and its neighbour keeps all', async () => {
  const before = await traces(neighbour);
  expect((await traces(household)).length).toBeGreaterThan(20);
  const paused = await untilDone(await confirmed());
  expect(await traces(household)).toEqual([]);

  // What an agent wrote that was reading a photograph all the while.
  await uploads.write(`readings/${household.householdId}/late.json`, '{}', 'application/json');
  expect((await untilDone(paused)).phase).toBe('leftovers');
  expect(await traces(household)).toEqual([]);
  expect(await traces(neighbour)).toEqual(before);
});

test('from its confirmation on nobody gets in, and nothing is added', async () => {
  await confirmed();
  const find = 'select * from find_device_key(sha256($1::text::bytea))';
  expect(await database.query(find, [household.userId])).toEqual([]);
  expect(await database.query(find, [neighbour.userId])).toHaveLength(1);
  const late = withHousehold(household, (client) =>
    client.query(`insert into people (household_id, name) values ($1, 'Ola')`, [
      household.householdId,
    ]),
  );
  await expect(late).rejects.toMatchObject({ kind: 'unauthorized' });
  await untilDone({
    action: 'erase',
    householdId: household.householdId,
    phase: 'files',
    done: false,
  });
  const gone = withHousehold(household, (client) =>
    client.query(`insert into people (household_id, name) values ($1, 'Ola')`, [
      household.householdId,
    ]),
  );
  await expect(gone).rejects.toMatchObject({ kind: 'unauthorized' });
});

test('what is killed between any two of its acts goes on, and may begin from the start', async () => {
  const run = await confirmed();
  const dying: ErasureDeps = {
    backups,
    eraseFiles: eraseFrom(ENV.uploadsBucket),
    eraseIndex: eraseFrom(ENV.indexBucket),
    deleteKeys: async () => undefined,
    now: () => new Date(),
    // Every call does as little as it can.
    isTimeUp: () => true,
  };
  let calls = 0;
  const step = async (input: ErasureRun) => {
    calls += 1;
    await expect(
      erasureStep(run, { ...dying, eraseFiles: () => Promise.reject(new Error('killed')) }),
    ).rejects.toThrow('killed');
    return await erasureStep(input, dying);
  };
  await untilDone(run, step);
  expect(calls).toBeGreaterThan(10);
  expect(await traces(household)).toEqual([]);
  await untilDone(await untilDone(run));
  expect(await traces(household)).toEqual([]);
});

test('nothing is erased that nobody has confirmed', async () => {
  const { householdId } = household;
  const before = await traces(household);
  await erase(household);
  await expect(handler({ action: 'erase', householdId })).rejects.toThrow('is not confirmed');
  expect((await traces(household)).filter((one) => !one.includes('confirmations'))).toEqual(before);
  expect(await erasedHouseholds(backups)).not.toContain(householdId);
});

test('the list of those who do not come back has its id, once it is confirmed', async () => {
  await untilDone(await confirmed());
  expect(await erasedHouseholds(backups)).toContain(household.householdId);
});
