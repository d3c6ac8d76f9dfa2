import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { invokeFunction } from '#shared/clients/lambda.ts';
import { ENV } from '#shared/env.ts';
import { ServiceAway } from '#shared/errors/service-away.ts';
import { stepFailure } from '#shared/errors/step-failure.ts';

/** The Lambda service, which answers one invocation so. */
async function invoked(status: number, body: unknown, isFunctionError = false): Promise<unknown> {
  const server = createServer((_, response) => {
    if (isFunctionError) response.setHeader('x-amz-function-error', 'Unhandled');
    response.writeHead(status).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    [ENV.lambdaEndpoint]: `http://127.0.0.1:${address.port}`,
  });
  return await invokeFunction('assistant', 'chef', {}).catch((error: Error) => error.name);
}

test('a throttled function is a service that is away', async () => {
  expect(await invoked(429, { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' })).toBe(
    'ServiceAway',
  );
});

test('so is one that lacked a service itself, and one that its runtime ended', async () => {
  const lacking = stepFailure(new ServiceAway('database', new Error('Query read timeout')));
  const name = lacking instanceof Error ? lacking.name : '';
  for (const errorType of [name, 'Sandbox.Timedout', 'Runtime.ExitError']) {
    expect(await invoked(200, { errorType, errorMessage: 'x' }, true), errorType).toBe(
      'ServiceAway',
    );
  }
});

test('an error of its code is one of ours', async () => {
  expect(await invoked(200, { errorType: 'TypeError', errorMessage: 'x' }, true)).toBe(
    'FunctionFailed',
  );
});

test('its answer is passed on', async () => {
  expect(await invoked(200, { text: 'Tak' })).toEqual({ text: 'Tak' });
});
