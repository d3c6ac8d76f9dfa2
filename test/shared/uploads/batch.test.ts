import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { handler as upload } from '#functions/api/upload/handler.ts';
import { handler as startReceipt } from '#functions/workers/start-receipt/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { retryUpload } from '#shared/uploads/retry-upload.ts';
import { type Answer, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { testQueue } from '#test/support/queue.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();
const queue = testQueue();
let workflows: JsonService;

beforeAll(async () => {
  process.env[ENV.redisSecret] = 'no-such-secret';
  workflows = await startJsonService(() => ({
    status: 200,
    body: { executionArn: 'x', startDate: 0 },
  }));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SFN: workflows.url,
    [ENV.receiptWorkflowArn]: 'arn:aws:states:eu-central-1:000000000000:stateMachine:receipt',
    [ENV.readingPlaces]: '100',
  });
});
beforeEach(() => {
  queue.clear();
  workflows.asked.length = 0;
});
afterAll(() => workflows.close());

interface File {
  readonly uploadId: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

const SIZE = 8;
const names = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    fileName: `receipt ${at}.jpg`,
    contentType: 'image/jpeg',
    size: SIZE,
  }));

function create(household: HouseholdContext, files: unknown): Promise<Answer> {
  database.actAsApp();
  const resource = '/api/v2/upload/batch';
  return call(upload, { method: 'POST', resource, household, body: { files } });
}

async function look(household: HouseholdContext, batchId: string) {
  database.actAsApp();
  const resource = '/api/v2/upload/batch/{batchId}';
  return (await call(upload, { resource, params: { batchId }, household })).json;
}

/** Puts a file at its presigned URL, and gives the worker the event of S3. */
async function arrive(household: HouseholdContext, file: File, words: string): Promise<void> {
  const put = await fetch(file.url, {
    method: 'PUT',
    headers: file.headers,
    body: words.padEnd(SIZE),
  });
  expect(put.status).toBe(200);
  await hear(arrival(household, file));
}

const arrival = (household: HouseholdContext, { uploadId }: File) => ({
  Records: [{ s3: { object: { key: `uploads/${household.householdId}/${uploadId}` } } }],
});

async function hear(message: unknown): Promise<void> {
  database.actAsWorker();
  const event = { Records: [{ messageId: 'm', body: JSON.stringify(message) }] };
  expect(await startReceipt(event)).toEqual({ batchItemFailures: [] });
}

const started = () => workflows.asked.map(({ body }) => JSON.parse(body).name);
const first = (...files: readonly File[]) => files.map(({ uploadId }) => `${uploadId}-1`);

test('the last file that arrives begins all, in the order of names, and being told again begins no other', async () => {
  const household = await database.newHousehold();
  const { status, json } = await create(household, names(3));
  expect(status).toBe(201);
  expect(json.files).toHaveLength(3);
  for (const [at, file] of json.files.toReversed().entries()) {
    expect(started()).toEqual([]);
    await arrive(household, file, `file ${at}`);
  }
  expect(started()).toEqual(first(...json.files));
  await hear(arrival(household, json.files[0]));
  await hear({ batchId: json.batchId, householdId: household.householdId });
  expect(started()).toEqual(first(...json.files));
  expect(await look(household, json.batchId)).toMatchObject({
    status: 'running',
    counts: { done: 0, underWay: 3, duplicates: 0 },
  });
});

test('a file that never comes does not hold up the others, and one that comes late is read alone', async () => {
  const household = await database.newHousehold();
  const { json } = await create(household, names(3));
  const [one, two, late] = json.files;
  await arrive(household, one, 'one');
  await arrive(household, two, 'two');
  const [due] = queue.messages();
  expect(due?.delaySeconds).toBe(120);
  await hear(due?.payload);
  expect(started()).toEqual(first(one, two));
  await arrive(household, late, 'three');
  expect(started()).toEqual(first(one, two, late));
});

test('the same bytes twice in a batch are read once, and the second says whose duplicate it is', async () => {
  const household = await database.newHousehold();
  const { json } = await create(household, names(2));
  const [one, two] = json.files;
  await arrive(household, one, 'same');
  await arrive(household, two, 'same');
  expect(started()).toEqual(first(one));
  const batch = await look(household, json.batchId);
  expect(batch.counts).toMatchObject({ underWay: 1, duplicates: 1 });
  expect(batch.uploads[1]).toMatchObject({ status: 'done', duplicateOf: one.uploadId });
});

test('a file of a batch that failed is tried again alone', async () => {
  const household = await database.newHousehold();
  const { json } = await create(household, names(1));
  const [file] = json.files;
  await arrive(household, file, 'x');
  await database.query("update uploads set status = 'failed' where id = $1", [file.uploadId]);
  database.actAsApp();
  await retryUpload(household, file.uploadId);
  const { householdId } = household;
  await hear({ uploadId: file.uploadId, householdId, attempt: 2 });
  expect(started().at(-1)).toBe(`${file.uploadId}-2`);
});

test('no file, 51 files, one too large and another household’s batch are refused', async () => {
  const household = await database.newHousehold();
  expect((await create(household, [])).status).toBe(400);
  expect((await create(household, names(51))).status).toBe(400);
  const large = [...names(1), { ...names(1)[0], size: 26 * 1024 * 1024 }];
  expect((await create(household, large)).json.code).toBe('file-too-large');
  expect(
    await database.query('select 1 from uploads where household_id = $1', [household.householdId]),
  ).toEqual([]);
  const { json } = await create(household, names(1));
  expect((await look(await database.newHousehold(), json.batchId)).code).toBe('not-found');
});
