import { expect, test } from 'vitest';
import { sendMessages } from '#shared/clients/sqs.ts';
import { refusalKind } from '#shared/clients/sqs-refusal.ts';
import { ENV } from '#shared/env.ts';
import { refuses, scriptedSqs, takes } from '#test/support/scripted-sqs.ts';

const sqs = scriptedSqs();
const QUEUE = 'https://sqs.test/000000000000/receipts';

const messages = (...bodies: string[]) => bodies.map((body, at) => ({ id: `m${at}`, body }));
const kinds = async (...bodies: string[]) => {
  const outcomes = await sendMessages(QUEUE, messages(...bodies));
  return bodies.map((_, at) => outcomes.get(`m${at}`)?.kind);
};

test('ten messages go in one request, in their order', async () => {
  sqs.answer((request) => takes(request));
  const bodies = Array.from({ length: 12 }, (_, at) => `${at}`);
  expect(await kinds(...bodies)).toEqual(bodies.map(() => 'sent'));
  expect(sqs.bodies()).toEqual([bodies.slice(0, 10), bodies.slice(10)]);
  expect(sqs.requests.map(({ QueueUrl }) => QueueUrl)).toEqual([QUEUE, QUEUE]);
});

test('a request is never larger than 1 MiB, counted in bytes', async () => {
  sqs.answer((request) => takes(request));
  const half = 'ż'.repeat(262_144); // 512 KiB
  await kinds(half, half, half, 'x');
  expect(sqs.bodies().map((bodies) => bodies.length)).toEqual([2, 2]);
});

test('a message of more than 1 MiB is refused without asking, one of exactly 1 MiB is sent', async () => {
  sqs.answer((request) => takes(request));
  expect(await kinds('a'.repeat(1_048_577), 'a'.repeat(1_048_576))).toEqual(['refused', 'sent']);
  expect(sqs.requests).toHaveLength(1);
});

test('only the messages that failed for a transient reason are sent again', async () => {
  let failures = 0;
  sqs.answer((request) =>
    takes(request, (body) => {
      if (body !== 'unlucky' || failures >= 2) return undefined;
      failures += 1;
      return { Code: 'InternalError', SenderFault: false };
    }),
  );
  expect(await kinds('a', 'unlucky', 'b')).toEqual(['sent', 'sent', 'sent']);
  expect(sqs.bodies()).toEqual([['a', 'unlucky', 'b'], ['unlucky'], ['unlucky']]);
});

test('a message that fails three times is given up for now; a sender’s fault is refused at once', async () => {
  sqs.answer((request) =>
    takes(request, (body) => {
      // A code that would be the sender's fault, if SQS did not say that it is not.
      if (body === 'unlucky') return { Code: 'InvalidParameterValue', SenderFault: false };
      if (body === 'throttled') return { Code: 'RequestThrottled', SenderFault: true };
      return body === 'bad' ? { Code: 'InvalidMessageContents', SenderFault: true } : undefined;
    }),
  );
  const outcomes = await sendMessages(QUEUE, messages('unlucky', 'bad', 'throttled', 'good'));
  expect([...outcomes.values()]).toEqual([
    { kind: 'failed', error: expect.any(Error) },
    { kind: 'refused', code: 'InvalidMessageContents', detail: 'about 3 letters' },
    { kind: 'failed', error: expect.any(Error) },
    { kind: 'sent' },
  ]);
  expect(sqs.bodies().slice(1)).toEqual([
    ['unlucky', 'throttled'],
    ['unlucky', 'throttled'],
  ]);
});

test('a message that the answer does not mention was not sent', async () => {
  sqs.answer(({ Entries: [first] }) => ({
    status: 200,
    body: { Successful: [{ Id: first?.Id }] },
  }));
  expect(await kinds('a', 'b', 'c', 'd')).toEqual(['sent', 'sent', 'sent', 'failed']);
  sqs.answer(() => ({ status: 200, body: {} }));
  expect(await kinds('a')).toEqual(['failed']);
});

test('of a request that is refused as a whole only the guilty message is refused', async () => {
  sqs.answer((request) => {
    const guilty = request.Entries.some(({ MessageBody }) => MessageBody === 'bad');
    return guilty ? refuses('InvalidParameterValue') : takes(request);
  });
  expect(await kinds('a', 'bad', 'b')).toEqual(['sent', 'refused', 'sent']);
});

test('a refusal of the sender or of the queue is none of the message, and ends the attempt', async () => {
  sqs.answer(() => refuses('AccessDeniedException'));
  const bodies = Array.from({ length: 15 }, (_, at) => `${at}`);
  expect(new Set(await kinds(...bodies))).toEqual(new Set(['queue-refused']));
  expect(sqs.requests).toHaveLength(1);
});

test.each([
  ['too busy, with status 400', refuses('ThrottlingException')],
  ['too busy, with status 503', refuses('ServiceUnavailable', 503)],
  ['credentials that have just expired', refuses('ExpiredTokenException', 403)],
  ['a page that SQS never wrote', { status: 400, body: 'Bad gateway' }],
])('%s passes: three tries, and all of the queue is left for later', async (_, reply) => {
  sqs.answer(() => reply);
  const bodies = Array.from({ length: 15 }, (_value, at) => `${at}`);
  expect(new Set(await kinds(...bodies))).toEqual(new Set(['unreachable']));
  expect(sqs.requests).toHaveLength(3);
  let busy = true;
  sqs.answer((request) => {
    const now = busy;
    busy = false;
    return now ? reply : takes(request);
  });
  expect(await kinds('a')).toEqual(['sent']);
});

test('where nobody answers nothing is refused', async () => {
  const endpoint = process.env[ENV.sqsEndpoint];
  process.env[ENV.sqsEndpoint] = 'http://127.0.0.1:1';
  expect(await kinds('a')).toEqual(['unreachable']);
  process.env[ENV.sqsEndpoint] = endpoint;
});

test.each([
  ['InvalidMessageContents', 'message'],
  ['InvalidParameterValue', 'message'],
  ['BatchRequestTooLong', 'message'],
  ['QueueDoesNotExist', 'queue'],
  ['AWS.SimpleQueueService.NonExistentQueue', 'queue'],
  ['AccessDeniedException', 'queue'],
  ['KmsAccessDenied', 'queue'],
  ['KmsThrottled', 'transient'],
  ['RequestThrottled', 'transient'],
  ['InvalidClientTokenId', 'transient'],
  ['InvalidSignatureException', 'transient'],
  ['', 'transient'],
])('the code %j is about: %s', (code, kind) => {
  expect(refusalKind(code)).toBe(kind);
});
