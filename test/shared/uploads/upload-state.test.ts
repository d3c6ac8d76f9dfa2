import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import {
  FINAL,
  STATUSES,
  TRANSITIONS,
  type UploadEvent,
  type UploadStatus,
} from '#shared/uploads/upload-state.ts';
import { transition } from '#shared/uploads/upload-store.ts';
import { testDatabase } from '#test/support/database.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();

/** What each event may do, written again: `from` and, behind the arrow, what the upload is then. */
const ALLOWED: Record<UploadEvent, string> = {
  fileStored: 'awaiting-file -> queued',
  duplicateFound: 'awaiting-file queued -> done',
  readingStarted: 'awaiting-file queued reading -> reading',
  parsingStarted: 'awaiting-file queued reading parsing -> parsing',
  matchingStarted: 'awaiting-file queued reading parsing matching -> matching',
  savingStarted: 'awaiting-file queued reading parsing matching saving -> saving',
  receiptSaved: 'awaiting-file queued reading parsing matching saving -> done',
  documentSaved: 'awaiting-file queued reading parsing matching saving -> done',
  reviewNeeded: 'awaiting-file queued reading parsing matching saving -> needs-review',
  reviewConfirmed: 'needs-review failed -> done',
  failed: 'awaiting-file queued reading parsing matching saving -> failed',
  restarted: 'queued reading parsing matching saving -> queued',
  retryRequested: 'failed -> queued',
  rereadRequested: 'needs-review -> queued',
};
const EVENTS = Object.keys(TRANSITIONS) as UploadEvent[];
const NEW_ATTEMPT: readonly UploadEvent[] = ['restarted', 'retryRequested', 'rereadRequested'];
const PROBLEM = { code: 'some-code', pl: 'Problem.', en: 'A problem.' };

interface Row {
  readonly status: UploadStatus;
  readonly attempt: number;
  readonly problem: unknown;
  readonly duplicate_of: string | null;
  readonly updated_at: Date;
}

async function rowOf(uploadId: string): Promise<Row> {
  const [row] = await database.query<Row>(
    'select status, attempt, problem, duplicate_of, updated_at from uploads where id = $1',
    [uploadId],
  );
  if (row === undefined) throw new Error('The upload is gone');
  return row;
}

/** Puts an upload into a status, in its second attempt, an hour ago. */
async function place(uploadId: string, status: UploadStatus): Promise<Row> {
  await database.query(
    `update uploads set status = $2, attempt = 2, problem = $3, duplicate_of = null,
       updated_at = now() - interval '1 hour' where id = $1`,
    [uploadId, status, status === 'failed' ? PROBLEM : null],
  );
  return await rowOf(uploadId);
}

const make = (
  household: HouseholdContext,
  upload: Parameters<typeof transition>[1],
  event: UploadEvent,
  change?: Parameters<typeof transition>[3],
) => withHousehold(household, (client) => transition(client, upload, event, change));

describe.each(STATUSES)('an upload that is %s', (from) => {
  test('becomes what its events allow, and every other event leaves it as it was', async () => {
    const household = await database.newHousehold();
    const { uploadId } = await newRun(household);
    const reached = new Set<string>();
    for (const event of EVENTS) {
      const before = await place(uploadId, from);
      const attempt = await make(household, { uploadId, attempt: 2 }, event);
      const after = await rowOf(uploadId);
      const [allowed = '', to] = ALLOWED[event].split(' -> ');
      if (allowed.split(' ').includes(from)) {
        const next = NEW_ATTEMPT.includes(event) ? 3 : 2;
        expect(attempt, event).toBe(next);
        expect(after, event).toMatchObject({ status: to, attempt: next, problem: null });
        expect(after.updated_at.getTime(), event).toBeGreaterThan(before.updated_at.getTime());
        reached.add(after.status);
      } else {
        expect(attempt, event).toBeUndefined();
        expect(after, event).toEqual(before);
      }
    }
    expect(STATUSES.filter((to) => reached.has(to))).toEqual(REACHED[from]);
  });

  test('is left alone by what happened in another attempt', async () => {
    const household = await database.newHousehold();
    const { uploadId } = await newRun(household);
    const before = await place(uploadId, from);
    for (const event of EVENTS) {
      for (const attempt of [1, 3]) {
        expect(await make(household, { uploadId, attempt }, event), event).toBeUndefined();
      }
    }
    expect(await rowOf(uploadId)).toEqual(before);
  });
});

/** The pairs of statuses: what each may become by one event or another. */
const REACHED: Record<UploadStatus, readonly UploadStatus[]> = {
  'awaiting-file': STATUSES.slice(1),
  queued: STATUSES.slice(1),
  reading: ['queued', 'reading', 'parsing', 'matching', 'saving', 'done', 'needs-review', 'failed'],
  parsing: ['queued', 'parsing', 'matching', 'saving', 'done', 'needs-review', 'failed'],
  matching: ['queued', 'matching', 'saving', 'done', 'needs-review', 'failed'],
  saving: ['queued', 'saving', 'done', 'needs-review', 'failed'],
  done: [],
  'needs-review': ['queued', 'done'],
  failed: ['queued', 'done'],
};

test('an attempt need not be named, and then the present one is meant', async () => {
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await place(uploadId, 'failed');
  expect(await make(household, { uploadId }, 'retryRequested')).toBe(3);
});

test('why it failed and whose duplicate it is are kept with the transition', async () => {
  const household = await database.newHousehold();
  const original = (await newRun(household)).uploadId;
  const { uploadId } = await newRun(household);
  await make(household, { uploadId }, 'failed', { problem: PROBLEM });
  expect(await rowOf(uploadId)).toMatchObject({ status: 'failed', problem: PROBLEM });
  await make(household, { uploadId }, 'retryRequested');
  expect(await rowOf(uploadId)).toMatchObject({ status: 'queued', problem: null });
  await make(household, { uploadId }, 'duplicateFound', { duplicateOf: original });
  expect(await rowOf(uploadId)).toMatchObject({ status: 'done', duplicate_of: original });
});

test('of two that make the same transition at once only one does', async () => {
  const household = await database.newHousehold();
  const { uploadId } = await newRun(household);
  await place(uploadId, 'failed');
  const both = [1, 2].map(() => make(household, { uploadId, attempt: 2 }, 'retryRequested'));
  expect((await Promise.all(both)).filter((attempt) => attempt !== undefined)).toEqual([3]);
  expect(await rowOf(uploadId)).toMatchObject({ status: 'queued', attempt: 3 });
});

test('another household’s upload is nobody’s to change', async () => {
  const { uploadId } = await newRun(await database.newHousehold());
  const before = await rowOf(uploadId);
  expect(await make(await database.newHousehold(), { uploadId }, 'failed')).toBeUndefined();
  expect(await rowOf(uploadId)).toEqual(before);
});

describe('the database knows the same statuses', () => {
  const quoted = (sql: string | undefined) =>
    [...(sql ?? '').matchAll(/'([a-z-]+)'/g)].map(([, word]) => word);

  test('as allowed values of the column', async () => {
    const [check] = await database.query<{ sql: string }>(
      `select pg_get_constraintdef(oid) as sql from pg_constraint where conname = 'uploads_status_check'`,
    );
    expect(quoted(check?.sql)).toEqual(STATUSES);
  });

  test('as final ones, which the index of the unfinished leaves out', async () => {
    const [index] = await database.query<{ sql: string }>(
      `select pg_get_expr(indpred, indrelid) as sql from pg_index
       where indexrelid = 'uploads_unfinished'::regclass`,
    );
    expect(quoted(index?.sql)).toEqual(FINAL);
  });
});
