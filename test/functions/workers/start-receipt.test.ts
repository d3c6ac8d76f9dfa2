import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { handler } from '#functions/workers/start-receipt/handler.ts';
import { writeObject } from '#shared/clients/s3.ts';
import { ENV } from '#shared/env.ts';
import { beginTrace, finishTrace } from '#shared/telemetry/invocation-trace.ts';
import { testDatabase } from '#test/support/database.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';
import { logLines } from '#test/support/log-lines.ts';
import { testQueue } from '#test/support/queue.ts';
import { testStorage } from '#test/support/storage.ts';
import { newRun } from '#test/support/uploads.ts';

const database = testDatabase();
testStorage();
let workflows: JsonService;
const queue = testQueue();
let answer: { status: number; body?: object };
beforeAll(async () => {
  workflows = await startJsonService(() => answer);
  process.env.AWS_ENDPOINT_URL_SFN = workflows.url;
  process.env[ENV.receiptWorkflowArn] = 'arn:aws:states:eu-central-1:000000000000:stateMachine:r';
  process.env[ENV.documentWorkflowArn] = 'arn:aws:states:eu-central-1:000000000000:stateMachine:d';
  process.env[ENV.planWorkflowArn] = 'arn:aws:states:eu-central-1:000000000000:stateMachine:p';
  process.env[ENV.readingPlaces] = '100';
});
beforeEach(() => {
  workflows.asked.length = 0;
  queue.clear();
  answer = { status: 200, body: { executionArn: 'x', startDate: 0 } };
});
afterAll(() => workflows.close());

const batch = (...bodies: unknown[]) => ({
  Records: bodies.map((body, at) => ({ messageId: `m${at}`, body: JSON.stringify(body) })),
});
const arrived = (key: string) => ({ Records: [{ s3: { object: { key } } }] });
const started = () => workflows.asked.map(({ body }) => JSON.parse(body).name);

/** What the execution started at this place was given, and of which request it is a part. */
function inputOf(at: number) {
  const { trace, ...input } = JSON.parse(JSON.parse(workflows.asked[at]?.body ?? '').input);
  return { trace, input };
}

async function waiting() {
  database.actAsApp();
  const run = await newRun(await database.newHousehold());
  database.actAsWorker();
  return run;
}

test('a file that arrived starts the attempt’s own execution, and being told again no other', async () => {
  const run = await waiting();
  const key = `uploads/${run.householdId}/${run.uploadId}`;
  await writeObject(key, 'bytes', 'image/jpeg');
  expect(await handler(batch(arrived(key), run))).toEqual({ batchItemFailures: [] });
  expect(started()).toEqual([`${run.uploadId}-1`]);
  expect(inputOf(0).input).toEqual(run);
});

test('a document takes its turn among receipts, and starts the workflow of documents', async () => {
  vi.stubEnv(ENV.readingPlaces, '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  await database.query("update uploads set status = 'done'");
  const receipt = await waiting();
  database.actAsApp();
  const document = await newRun(await database.newHousehold(), { kind: 'document' });
  database.actAsWorker();
  await handler(batch(receipt, document));
  expect(started()).toEqual([`${receipt.uploadId}-1`]);
  await database.query("update uploads set status = 'parsing' where id = $1", [receipt.uploadId]);
  await handler(batch({ readingEnded: receipt.uploadId, householdId: receipt.householdId }));
  const { stateMachineArn } = JSON.parse(workflows.asked[1]?.body ?? '{}');
  expect([stateMachineArn, inputOf(1).input]).toEqual([
    process.env[ENV.documentWorkflowArn],
    document,
  ]);
});

test('a workflow belongs to the request that sent its upload, whoever gives it its turn', async () => {
  vi.stubEnv(ENV.readingPlaces, '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  await database.query("update uploads set status = 'done'");
  const runs = [];
  for (const requestId of ['request-of-first', 'request-of-second']) {
    beginTrace({ requestId });
    runs.push({ ...(await waiting()), requestId });
    finishTrace();
  }
  const [first, second] = runs;
  const key = `uploads/${first?.householdId}/${first?.uploadId}`;
  await writeObject(key, 'bytes', 'image/jpeg');
  const { lines } = await logLines(() => handler(batch(arrived(key), second)));
  await database.query("update uploads set status = 'parsing' where id = $1", [first?.uploadId]);
  await handler(batch({ readingEnded: first?.uploadId, householdId: first?.householdId }));
  expect([inputOf(0), inputOf(1)]).toMatchObject([
    { input: { uploadId: first?.uploadId }, trace: { requestId: 'request-of-first' } },
    { input: { uploadId: second?.uploadId }, trace: { requestId: 'request-of-second' } },
  ]);
  // S3 knows of no request, and its message is a part of the upload's all the same.
  const messages = lines.filter(({ message }) => message === 'message');
  expect(messages.map(({ requestId }) => requestId)).toEqual([
    'request-of-first',
    'request-of-second',
  ]);
});

test('an execution that runs already is no failure', async () => {
  answer = { status: 400, body: { __type: 'ExecutionAlreadyExists', message: 'there' } };
  expect(await handler(batch(await waiting()))).toEqual({ batchItemFailures: [] });
});

test('nothing is started for what has ended, is unknown or is not ours', async () => {
  const run = await waiting();
  await database.query("update uploads set status = 'done' where id = $1", [run.uploadId]);
  const unknown = { ...run, uploadId: run.householdId };
  const other = arrived('elsewhere/file.jpg');
  const result = await handler(batch(run, unknown, other, { Event: 's3:TestEvent' }));
  expect(result).toEqual({ batchItemFailures: [] });
  expect(started()).toEqual([]);
});

test('a message that is no message of ours, and a workflow that refuses, come back alone', async () => {
  const run = await waiting();
  expect(await handler(batch({ what: 'ever' }, run))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'm0' }],
  });
  answer = { status: 400, body: { __type: 'StateMachineDoesNotExist', message: 'gone' } };
  const next = await waiting();
  expect(await handler(batch(next))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }] });
  // It kept its place in line, and begins when the message comes again.
  answer = { status: 200, body: { executionArn: 'x', startDate: 0 } };
  workflows.asked.length = 0;
  expect(await handler(batch(next))).toEqual({ batchItemFailures: [] });
  expect(started()).toEqual([`${next.uploadId}-1`]);
});

test('one household’s many keep one of another waiting for one reading, and their order holds', async () => {
  vi.stubEnv(ENV.readingPlaces, '2');
  onTestFinished(() => void vi.unstubAllEnvs());
  await database.query("update uploads set status = 'done'");
  database.actAsApp();
  const [many, single] = [await database.newHousehold(), await database.newHousehold()];
  const theirs = [];
  for (let number = 0; number < 5; number += 1) theirs.push(await newRun(many));
  const own = await newRun(single);
  database.actAsWorker();
  // The queue keeps no order: places in the line are by arrival.
  await handler(batch(theirs[0], theirs[4], theirs[3], theirs[2], theirs[1], own));
  const names = (runs: readonly ({ uploadId: string } | undefined)[]) =>
    runs.map((run) => `${run?.uploadId}-1`);
  expect(started()).toEqual(names([theirs[0], theirs[4]]));
  const ended = async (run: typeof own | undefined) => {
    await database.query("update uploads set status = 'parsing' where id = $1", [run?.uploadId]);
    await handler(batch({ readingEnded: run?.uploadId, householdId: run?.householdId }));
  };
  await ended(theirs[0]);
  await ended(own);
  await ended(theirs[4]);
  expect(started().slice(2)).toEqual(names([own, theirs[1], theirs[2]]));
});

test('a place whose reading died without a word is given to another', async () => {
  vi.stubEnv(ENV.readingPlaces, '1');
  onTestFinished(() => void vi.unstubAllEnvs());
  await database.query("update uploads set status = 'done'");
  const [dead, next] = [await waiting(), await waiting()];
  await handler(batch(dead, next));
  expect(started()).toEqual([`${dead.uploadId}-1`]);
  await database.query(
    "update uploads set updated_at = now() - interval '12 minutes' where id = $1",
    [dead.uploadId],
  );
  await handler(batch(next));
  expect(started()).toEqual([`${dead.uploadId}-1`, `${next.uploadId}-1`]);
});

/** What was sent to the queue: the message and how long it waits there. */
const sent = () => queue.messages().map(({ payload, delaySeconds }) => [payload, delaySeconds]);

async function standing(status: string, since: string) {
  const run = await waiting();
  await database.query(
    'update uploads set status = $2, updated_at = now() - $3::interval where id = $1',
    [run.uploadId, status, since],
  );
  return run;
}

test('a stuck check restarts stuck uploads, and repeats until they have ended', async () => {
  const { uploadId, householdId } = await standing('reading', '40 minutes');
  const look = { look: [uploadId], householdId };
  expect(await handler(batch(look))).toEqual({ batchItemFailures: [] });
  expect(sent()).toEqual([
    [{ uploadId, householdId, attempt: 2 }, 0],
    [look, 900],
  ]);
});

test('a stuck check leaves running uploads alone, and ended ones need no further check', async () => {
  const busy = await standing('reading', '1 minute');
  const done = await standing('done', '40 minutes');
  const { householdId } = busy;
  await handler(batch({ look: [busy.uploadId, done.uploadId], householdId }));
  expect(sent()).toEqual([[{ look: [busy.uploadId], householdId }, 900]]);
  queue.clear();
  await handler(batch({ look: [done.uploadId], householdId }));
  expect(sent()).toEqual([]);
});

test('a plan that was asked for starts its workflow by its own name', async () => {
  database.actAsWorker();
  const run = { planId: randomUUID(), householdId: randomUUID() };
  expect(await handler(batch(run))).toEqual({ batchItemFailures: [] });
  expect(started()).toEqual([run.planId]);
  expect(JSON.parse(JSON.parse(workflows.asked[0]?.body ?? '').input)).toMatchObject(run);
});
