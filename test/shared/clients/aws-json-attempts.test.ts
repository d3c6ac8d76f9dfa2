import { afterEach, beforeEach, expect, test } from 'vitest';
import { awsJson } from '#shared/clients/aws-json.ts';
import { ENV } from '#shared/env.ts';
import { type JsonService, startJsonService } from '#test/support/json-service.ts';

let service: JsonService;
/** The statuses it answers with, one after the other; the last stays. */
let statuses: number[] = [];
beforeEach(async () => {
  service = await startJsonService(() => {
    const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200;
    return { status, body: status === 200 ? { ok: true } : { __type: `Status${status}` } };
  });
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    [ENV.sqsEndpoint]: service.url,
  });
});
afterEach(() => service.close());

const send = (options = {}) => awsJson('sqs', 'AmazonSQS.SendMessage', {}, options);

test('a caller without time for retries gets the first failure', async () => {
  statuses = [503, 200];
  await expect(send({ attempts: 1 })).rejects.toThrow('503');
  expect(service.asked).toHaveLength(1);
});

test('a service that cannot be reached is a failure in the end', async () => {
  process.env[ENV.sqsEndpoint] = 'http://127.0.0.1:2';
  await expect(send()).rejects.toThrow('fetch failed');
});
