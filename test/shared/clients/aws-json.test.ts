import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { awsJson, isAwsRefusal } from '#shared/clients/aws-json.ts';
import { ENV } from '#shared/env.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

let service: JsonService;
let replies: Reply[];
beforeAll(async () => {
  service = await startJsonService(() => {
    const reply = replies.shift();
    if (reply === undefined) throw new Error('One request more than there are replies');
    return reply;
  });
  Object.assign(process.env, {
    [ENV.secretsEndpoint]: service.url,
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
  });
});
beforeEach(() => {
  service.asked.length = 0;
});
afterAll(() => service.close());

const read = () => awsJson('secretsmanager', 'secretsmanager.GetSecretValue', { SecretId: 's' });
const value = { status: 200, body: { SecretString: '{}' } };

test.each([
  ['too busy, with status 400', { status: 400, body: { __type: 'ThrottlingException' } }],
  ['too busy, with status 429', { status: 429 }],
  ['broken', { status: 500, body: 'Internal error' }],
])('a service that is %s is asked again, three times in all', async (_, busy) => {
  replies = [busy, busy, value];
  expect(await read()).toEqual(value.body);
  replies = [busy, busy, busy];
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(isAwsRefusal(error)).toBe(false);
  expect(replies).toEqual([]);
});

test('a refusal is not repeated, and carries the code of the service', async () => {
  const __type = 'com.amazonaws.secretsmanager#ResourceNotFoundException';
  replies = [{ status: 400, body: { __type, Message: 'gone' } }];
  const error = await read().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'AwsRefusal', code: 'ResourceNotFoundException' });
  expect(service.asked).toHaveLength(1);
});

test('a refusal that the service did not write has no code', async () => {
  replies = [{ status: 400, body: 'Bad request' }];
  await expect(read()).rejects.toMatchObject({ name: 'AwsRefusal', code: '' });
});
