import { beforeEach, expect, test } from 'vitest';
import { handler } from '#functions/api/backup/handler.ts';
import { newBackupId } from '#shared/backup/backup-id.ts';
import { type BackupState, newState, readState, writeState } from '#shared/backup/backup-state.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { backups, emptyBuckets, keysOf } from '#test/support/backup.ts';
import { type Call, call } from '#test/support/call.ts';
import { testStorage } from '#test/support/storage.ts';
import { testWorkflows } from '#test/support/workflows.ts';

testStorage();
const workflows = testWorkflows();
beforeEach(emptyBuckets);

const BACKUPS = '/api/v2/backup';
const BACKUP = `${BACKUPS}/{backupId}`;
const operator: HouseholdContext = {
  householdId: '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e0f',
  userId: '0199f2c1-1111-7abc-8def-0123456789ab',
  role: 'owner',
  scopes: ['read', 'write', 'admin'],
};
const ask = (what: Call) => call(handler, { household: operator, ...what });
const post = (backupId: string, action: string, body?: object) =>
  ask({ method: 'POST', resource: `${BACKUP}/${action}`, params: { backupId }, body });

/** A backup in the catalogue. @returns its id */
async function stored(change: Partial<BackupState>, now = new Date()): Promise<string> {
  const backupId = newBackupId(now);
  await writeState(backups, { ...newState(backupId, now), ...change });
  return backupId;
}

test('only the scope admin operates backups', async () => {
  for (const scopes of [['read'], ['read', 'write']] as const) {
    const household = { ...operator, scopes };
    const answer = await ask({ method: 'POST', resource: BACKUPS, household });
    expect([answer.status, answer.json.code]).toEqual([403, 'missing-scope']);
  }
});

test('a backup begins with its workflow, and a second one waits for its end', async () => {
  const answer = await ask({ method: 'POST', resource: BACKUPS });
  const { backupId } = answer.json;
  expect([answer.status, answer.headers.location]).toEqual([202, `${BACKUPS}/${backupId}`]);
  const input = { backupId, action: 'backup' };
  expect(workflows.started()).toEqual([{ workflow: 'backup', name: backupId, input }]);
  const { json } = await ask({ resource: BACKUP, params: { backupId } });
  expect(json).toMatchObject({ id: backupId, status: 'running', retention: null });

  const second = await ask({
    method: 'POST',
    resource: BACKUPS,
    headers: { 'Accept-Language': 'pl' },
  });
  expect([second.status, second.json.code]).toEqual([409, 'backup-running']);
  expect(second.json.detail).toBe('Kopia zapasowa jest właśnie robiona.');
});

test('a backup whose workflow cannot be started is none', async () => {
  workflows.away(true);
  expect((await ask({ method: 'POST', resource: BACKUPS })).status).toBe(500);
  workflows.away(false);
  expect((await ask({ resource: BACKUPS })).json).toEqual({ items: [], next: null });
});

test('backups are listed newest first, each with what keeps it', async () => {
  const [older, newer] = [new Date('2026-11-27T04:00:00Z'), new Date('2026-11-28T04:00:00Z')];
  const first = await stored({ status: 'verified' }, older);
  const second = await stored({ status: 'verified' }, newer);
  const { json } = await ask({ resource: BACKUPS });
  expect(
    json.items.map((one: { id: string; retention: string }) => [one.id, one.retention]),
  ).toEqual([
    [second, 'monthly'],
    [first, 'daily'],
  ]);
});

test('a restore needs a verified backup, and its id once more', async () => {
  const failed = await stored({ status: 'failed' });
  const refused = await post(failed, 'restore', { confirm: failed });
  expect([refused.status, refused.json.code]).toEqual([409, 'backup-not-verified']);
  const whole = await stored({ status: 'verified' });
  const wrong = await post(whole, 'restore', { confirm: failed });
  expect([wrong.status, wrong.json.code]).toEqual([422, 'confirm-mismatch']);
  expect(workflows.started()).toEqual([]);

  expect((await post(whole, 'restore', { confirm: whole })).status).toBe(202);
  expect(workflows.started()).toMatchObject([
    { workflow: 'restore', input: { backupId: whole, action: 'restore' } },
  ]);
  expect((await readState(backups, whole)).restore?.status).toBe('running');
});

test('a device key makes backups, and replaces or removes nothing', async () => {
  const household = { ...operator, via: 'device-key' as const };
  const backupId = await stored({ status: 'verified' });
  const body = { confirm: backupId };
  const params = { backupId };
  for (const refused of [
    { method: 'POST', resource: `${BACKUP}/restore`, body },
    { method: 'POST', resource: `${BACKUP}/restore/confirm` },
    { method: 'POST', resource: `${BACKUP}/restore/undo` },
    { method: 'DELETE', resource: BACKUP },
  ]) {
    const answer = await ask({ ...refused, params, household });
    expect([answer.status, answer.json.code]).toEqual([403, 'device-key-refused']);
  }
  expect((await ask({ method: 'POST', resource: BACKUPS, household })).status).toBe(202);
});

test('one restore is decided about before the next', async () => {
  const at = new Date().toISOString();
  const restored = await stored({ status: 'verified', restore: { status: 'kept', at } });
  const other = await stored({ status: 'verified' });
  const open = await post(other, 'restore', { confirm: other });
  expect([open.status, open.json.code]).toEqual([409, 'restore-open']);
  for (const decision of ['confirm', 'undo']) {
    const none = await post(other, `restore/${decision}`);
    expect([none.status, none.json.code]).toEqual([409, 'nothing-kept']);
    expect((await post(restored, `restore/${decision}`)).status).toBe(202);
  }
  const actions = workflows.started().map(({ input }) => input.action);
  expect(actions).toEqual(['confirm', 'undo']);
});

test('a check reads a verified backup once more', async () => {
  const whole = await stored({ status: 'verified' });
  expect((await post(whole, 'verify')).status).toBe(202);
  expect(workflows.started()).toMatchObject([{ input: { backupId: whole, action: 'check' } }]);
  const running = await stored({});
  expect((await post(running, 'verify')).json.code).toBe('backup-not-verified');
});

test('a backup is removed whole, but not while it is made or restored', async () => {
  const remove = (backupId: string) =>
    ask({ method: 'DELETE', resource: BACKUP, params: { backupId } });
  const running = await stored({});
  expect((await remove(running)).json.code).toBe('backup-in-use');
  const whole = await stored({ status: 'verified' });
  await backups.write(`backups/${whole}/tables/lots/000000.gz`, 'x', 'application/gzip');
  expect((await remove(whole)).status).toBe(204);
  expect(await keysOf(backups, `backups/${whole}/`)).toEqual([]);
  expect((await remove(whole)).status).toBe(404);
});
