import {
  InvokeCommand,
  InvokeWithResponseStreamCommand,
  LambdaClient,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { expect, onTestFinished, test } from 'vitest';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import { startLambdaEndpoint } from '#cdk/local/lambda-endpoint/server.ts';
import { client, credentials } from '#test/cdk/local/support/state.ts';

const arn = 'arn:aws:lambda:eu-central-1:000000000000:function:chef';
const chef = { name: 'chef', arn, handler: 'index.handler', memoryMb: 512, timeoutSeconds: 29 };

async function lambdaOf(answer: (event: unknown) => InvokeResult) {
  const events: unknown[] = [];
  const server = await startLambdaEndpoint({
    port: 0,
    credentials,
    functions: [chef],
    invoker: {
      async invoke(name, event) {
        expect(name).toBe('chef');
        events.push(event);
        return answer(event);
      },
      async stream(_name, event, sink) {
        for (const piece of ['{"a":', '"ż"}\n']) await sink.chunk(Buffer.from(piece));
        return answer(event);
      },
    },
  });
  onTestFinished(() => server.close());
  return { sdk: new LambdaClient({ ...client, endpoint: server.url }), events };
}

const Payload = JSON.stringify({ a: 'ż' });

test('a function is invoked by name or ARN and its payload comes back', async () => {
  const { sdk } = await lambdaOf((event) => ({ ok: true, payload: event }));
  for (const FunctionName of ['chef', arn]) {
    const reply = await sdk.send(new InvokeCommand({ FunctionName, Payload }));
    expect(Buffer.from(reply.Payload ?? []).toString()).toBe(Payload);
    expect(reply.FunctionError).toBeUndefined();
  }
});

test('an error of the function is a reply, an error of the service is thrown', async () => {
  const error = { errorType: 'TypeError', errorMessage: 'no' };
  const failing = await lambdaOf(() => ({ ok: false, reason: 'error', error }));
  const reply = await failing.sdk.send(new InvokeCommand({ FunctionName: 'chef', Payload }));
  expect(reply.FunctionError).toBe('Unhandled');
  expect(JSON.parse(Buffer.from(reply.Payload ?? []).toString())).toEqual(error);

  const full = await lambdaOf(() => ({ ok: false, reason: 'throttled', error }));
  const throttled = full.sdk.send(new InvokeCommand({ FunctionName: 'chef', Payload }));
  await expect(throttled).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  const unknown = full.sdk.send(new InvokeCommand({ FunctionName: 'cook', Payload }));
  await expect(unknown).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

/** What InvokeWithResponseStream brought, as the SDK reads it. */
async function streamed(sdk: LambdaClient) {
  const command = new InvokeWithResponseStreamCommand({ FunctionName: 'chef', Payload });
  const { EventStream = [] } = await sdk.send(command);
  let text = '';
  let end: object | undefined;
  for await (const { PayloadChunk, InvokeComplete } of EventStream) {
    text += Buffer.from(PayloadChunk?.Payload ?? []).toString();
    end ??= InvokeComplete;
  }
  return { text, end };
}

test('a function that streams is passed on piece by piece, with how it ended', async () => {
  const well = await lambdaOf(() => ({ ok: true, payload: undefined }));
  expect(await streamed(well.sdk)).toEqual({ text: '{"a":"ż"}\n', end: {} });
  const error = { errorType: 'Runtime.ExitError', errorMessage: 'killed' };
  const killed = await lambdaOf(() => ({ ok: false, reason: 'crashed', error }));
  const { text, end } = await streamed(killed.sdk);
  expect(text).toBe('{"a":"ż"}\n');
  expect(end).toEqual({ ErrorCode: 'Unhandled', ErrorDetails: JSON.stringify(error) });
});

test('what a function returns that does not stream is one piece', async () => {
  const { sdk } = await lambdaOf(() => ({ ok: true, payload: { b: 1 } }));
  expect((await streamed(sdk)).text).toBe('{"a":"ż"}\n{"b":1}');
});

test('an Event invocation answers at once and runs', async () => {
  const { sdk, events } = await lambdaOf(() => ({ ok: true, payload: null }));
  const InvocationType = 'Event';
  const reply = await sdk.send(
    new InvokeCommand({ FunctionName: 'chef', Payload, InvocationType }),
  );
  expect(reply.StatusCode).toBe(202);
  expect(events).toEqual([{ a: 'ż' }]);
});

test('the functions are listed with their sizes', async () => {
  const { sdk } = await lambdaOf(() => ({ ok: true, payload: null }));
  const { Functions } = await sdk.send(new ListFunctionsCommand({}));
  expect(Functions).toMatchObject([
    { FunctionName: 'chef', FunctionArn: arn, MemorySize: 512, Timeout: 29 },
  ]);
});
