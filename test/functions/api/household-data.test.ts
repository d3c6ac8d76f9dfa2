import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/api/household-data/handler.ts';
import type { Caller, HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { addMember } from '#test/support/members.ts';
import { testStorage } from '#test/support/storage.ts';
import { testWorkflows } from '#test/support/workflows.ts';

const database = testDatabase();
testStorage();
const workflows = testWorkflows();

const EXPORT = '/api/v2/household/export';
let household: HouseholdContext;
beforeEach(async () => {
  household = await database.newHousehold();
});

const start = (who: HouseholdContext | Caller = household) =>
  call(handler, { resource: EXPORT, household: who, headers: { 'Accept-Language': 'pl' } });
const read = (exportId: string, who = household) =>
  call(handler, { resource: `${EXPORT}/{exportId}`, params: { exportId }, household: who });
const erase = (who: HouseholdContext | Caller = household, confirm?: string) =>
  call(handler, {
    method: 'DELETE',
    resource: '/api/v2/household',
    household: who,
    query: confirm === undefined ? {} : { confirm },
    headers: { 'Accept-Language': 'pl' },
  });
const age = (exportId: string, by: string) =>
  database.query(
    `update household_exports set created_at = created_at - $2::interval,
       expires_at = expires_at - $2::interval where id = $1`,
    [exportId, by],
  );
const end = (exportId: string, archives: object[] = []) =>
  database.query(`update household_exports set status = 'done', archives = $2 where id = $1`, [
    exportId,
    JSON.stringify(archives),
  ]);

test('an export is started once, and shown while it is under way', async () => {
  const first = await start();
  const { exportId } = first.json;
  expect([first.status, first.headers.location]).toEqual([202, `${EXPORT}/${exportId}`]);
  expect(first.json).toMatchObject({ status: 'running', archives: [] });
  expect((await start()).json.exportId).toBe(exportId);
  const { householdId } = household;
  const once = {
    workflow: 'household',
    name: `export-${exportId}`,
    input: { action: 'export', householdId, exportId },
  };
  // Both ask for the same name, which starts once: a crash may have come before the first did.
  expect(workflows.started()).toEqual([once, once]);
});

test('archives are downloaded without a token, for a week', async () => {
  const { exportId } = (await start()).json;
  await end(exportId, [{ name: 'foodsave.zip', size: 7, files: 1 }]);
  const { json } = await read(exportId);
  expect(json).toMatchObject({ status: 'done', archives: [{ name: 'foodsave.zip', size: 7 }] });
  expect(json.archives[0].url).toContain(
    `/exports/${household.householdId}/${exportId}/foodsave.zip?`,
  );
  await age(exportId, '8 days');
  expect((await read(exportId)).json).toMatchObject({ status: 'expired', archives: [] });
});

test('one that was made within the hour is given again; five are made in a day', async () => {
  const ids = new Set<string>();
  for (let nth = 0; nth < 5; nth += 1) {
    const { exportId } = (await start()).json;
    ids.add(exportId);
    await end(exportId);
    expect((await start()).json).toMatchObject({ exportId, status: 'done' });
    await age(exportId, '2 hours');
  }
  expect(ids.size).toBe(5);
  const refused = await start();
  expect([refused.status, refused.json.code]).toEqual([429, 'too-many-exports']);
  expect(refused.json.detail).toContain('Najwyżej 5 eksportów na dobę.');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(21 * 3600);
});

test('one whose workflow died half a day ago makes place for another', async () => {
  const { exportId } = (await start()).json;
  await age(exportId, '13 hours');
  expect((await start()).json.exportId).not.toBe(exportId);
  expect((await read(exportId)).json.status).toBe('failed');
});

test('only an owner who is signed in exports and erases', async () => {
  const { exportId } = (await start()).json;
  const member = await addMember(database, household, 'member');
  for (const answer of [await start(member), await read(exportId, member), await erase(member)]) {
    expect([answer.status, answer.json.code]).toEqual([403, 'owners-only']);
  }
  const device = { ...household, via: 'device-key' as const };
  for (const answer of [await start(device), await erase(device)]) {
    expect([answer.status, answer.json.code]).toEqual([403, 'device-key-refused']);
  }
  expect((await read(exportId, await database.newHousehold())).status).toBe(404);
});

test('the first step of an erasure says what will be gone, and does nothing', async () => {
  await addMember(database, household, 'viewer');
  await database.query(`insert into people (household_id, name) values ($1, 'Ola')`, [
    household.householdId,
  ]);
  const { status, json } = await erase();
  expect(status).toBe(202);
  expect(json).toMatchObject({
    status: 'awaiting-confirmation',
    contents: { members: 2, people: 1, receipts: 0, files: 0 },
  });
  expect(workflows.started()).toEqual([]);
});

test('a code is good for its person, once, and for a quarter of an hour', async () => {
  const other = await addMember(database, household, 'owner');
  const old = (await erase()).json.confirm;
  const { confirm } = (await erase()).json;
  const late = (await erase(other)).json.confirm;
  await database.query(
    `update erasure_confirmations set expires_at = now() - interval '1 s' where id = $1`,
    [late],
  );
  for (const [who, code] of [
    [household, old],
    [other, confirm],
    [other, late],
  ] as const) {
    const refused = await erase(who, code);
    expect([refused.status, refused.json.code]).toEqual([409, 'confirmation-unknown']);
    expect(refused.json.detail).toContain('Ten kod potwierdzenia wygasł');
  }
  expect(workflows.started()).toEqual([]);
  expect((await erase(household, confirm)).json).toMatchObject({
    status: 'erasing',
    confirm: null,
    contents: { members: 2 },
  });
  expect(workflows.started()).toMatchObject([
    { name: `erase-${confirm}`, input: { action: 'erase', householdId: household.householdId } },
  ]);
  expect((await erase(household, confirm)).status).toBe(401);
});

test('a household whose erasure cannot be started stays as it is', async () => {
  const { confirm } = (await erase()).json;
  workflows.away(true);
  expect((await erase(household, confirm)).status).toBe(500);
  workflows.away(false);
  expect((await erase(household, confirm)).status).toBe(202);
});
