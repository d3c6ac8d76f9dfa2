import { beforeAll, expect, test } from 'vitest';
import { readState } from '#shared/backup/backup-state.ts';
import { markErased } from '#shared/backup/erased-households.ts';
import {
  backups,
  emptyBuckets,
  keysOf,
  liveData,
  runRestore,
  takeBackup,
  uploads,
} from '#test/support/backup.ts';
import { testDatabase } from '#test/support/database.ts';
import { savedDocument } from '#test/support/saved-document.ts';
import { newReceipt, read } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

let backupId: string;
let receipt: Awaited<ReturnType<typeof newReceipt>>;
let live: Awaited<ReturnType<typeof liveData>>;

beforeAll(async () => {
  await emptyBuckets();
  receipt = await newReceipt(database);
  await savedDocument(database, receipt.household, 'Instrukcja', 'pl', [
    { text: 'Filtr co miesiąc.' },
  ]);
  await database.query(
    'insert into search_indexes (household_id, dataset, builds) values ($1, $2, 3)',
    [receipt.household.householdId, 'old'],
  );
  for (const name of ['a', 'b', 'c']) {
    await uploads.write(`uploads/${name}`, Buffer.from(name), 'image/png');
  }
  backupId = await takeBackup(database);
  live = await liveData(database);
});

/** Without what a restore writes itself: the index is built anew. */
function withoutIndex({ rows, structure }: typeof live) {
  const { outbox: _, search_indexes: __, ...others } = rows;
  return { rows: others, structure };
}

const statusOf = async () => (await readState(backups, backupId)).restore?.status;

test('after all is lost, a restore brings every row, file, policy and grant back', async () => {
  await database.query('drop schema public cascade');
  await database.query('create schema public authorization foodsave_schema');
  await uploads.remove(['uploads/a', 'uploads/b']);
  await uploads.write('uploads/c', Buffer.from('changed'), 'image/png');

  await runRestore(database, backupId, 'restore');
  expect(withoutIndex(await liveData(database))).toEqual(withoutIndex(live));
  expect(await keysOf(uploads, 'uploads/')).toEqual(['uploads/a', 'uploads/b', 'uploads/c']);
  expect(await uploads.read('uploads/c')).toEqual({
    body: Buffer.from('c'),
    contentType: 'image/png',
  });
  expect((await read(receipt.household, receipt.receiptId)).status).toBe(200);
  await runRestore(database, backupId, 'confirm');
  expect(await statusOf()).toBe('confirmed');
});

test('the search index of every household is built anew, under a number that was never used', async () => {
  const [index] = await database.query<{ dataset: string | null; builds: number }>(
    'select dataset, builds from search_indexes',
  );
  expect(index?.dataset).toBeNull();
  expect(index?.builds).toBeGreaterThan(29_000_000);
  const [message] = await database.query<{ payload: object }>(
    "select payload from outbox where topic = 'index.rebuild' and sent_at is null",
  );
  expect(message?.payload).toEqual({ rebuild: true, householdId: receipt.household.householdId });
});

test('what was there before is kept until the restore is undone, or confirmed', async () => {
  await newReceipt(database);
  const newer = await liveData(database);
  await runRestore(database, backupId, 'restore');
  expect(await statusOf()).toBe('kept');
  expect((await liveData(database)).rows.receipts).toBe(live.rows.receipts);

  await runRestore(database, backupId, 'undo');
  expect(await statusOf()).toBe('undone');
  expect(withoutIndex(await liveData(database))).toEqual(withoutIndex(newer));

  await runRestore(database, backupId, 'restore');
  await runRestore(database, backupId, 'confirm');
  expect(withoutIndex(await liveData(database))).toEqual(withoutIndex(live));
  const schemas = await database.query(
    `select nspname from pg_namespace where nspname ~ '^(before|loaded)_'`,
  );
  expect(schemas).toEqual([]);
});

test('a step that is run again after it succeeded changes nothing', async () => {
  await runRestore(database, backupId, 'restore');
  const restored = await liveData(database);
  const { handler } = await import('#functions/steps/switch-backup/handler.ts');
  database.actAs('foodsave_schema');
  await handler({ backupId, action: 'restore' });
  database.actAsApp();
  expect(await liveData(database)).toEqual(restored);
  await runRestore(database, backupId, 'confirm');
});

test('a household that was erased since comes back neither with a restore nor when it is undone', async () => {
  const { householdId } = receipt.household;
  const other = await newReceipt(database);
  await uploads.write(`uploads/${householdId}/photo`, 'x', 'image/png');
  await uploads.write(`uploads/${other.household.householdId}/photo`, 'x', 'image/png');
  const later = await takeBackup(database);
  await uploads.remove(await keysOf(uploads, 'uploads/'));
  await markErased(backups, householdId, new Date());

  const rowsOf = async (household: string) =>
    (await database.query('select 1 from receipt_items where household_id = $1', [household]))
      .length;
  for (const action of ['restore', 'undo'] as const) {
    await runRestore(database, later, action);
    expect([await rowsOf(householdId), action]).toEqual([0, action]);
    expect(await rowsOf(other.household.householdId)).toBeGreaterThan(0);
  }
  expect(await keysOf(uploads, `uploads/${householdId}/`)).toEqual([]);
  expect(await keysOf(uploads, `uploads/${other.household.householdId}/`)).toHaveLength(1);
  const messages = await database.query('select 1 from outbox where household_id = $1', [
    householdId,
  ]);
  expect(messages).toEqual([]);
});
