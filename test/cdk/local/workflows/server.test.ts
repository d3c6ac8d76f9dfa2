import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  paginateListExecutions,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, onTestFinished, test } from 'vitest';
import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { openState, type State } from '#cdk/local/state/state.ts';
import { Executions } from '#cdk/local/workflows/executions.ts';
import { startWorkflows } from '#cdk/local/workflows/server.ts';
import {
  client,
  credentials,
  temporaryFolder,
  temporaryState,
} from '#test/cdk/local/support/state.ts';

const arn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:receipt';
const definition = {
  StartAt: 'Read',
  States: {
    Read: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'read', 'Payload.$': '$' },
      OutputPath: '$.Payload',
      End: true,
    },
  },
};
const machines = [{ name: 'receipt', arn, definition }];

function counting() {
  const events: unknown[] = [];
  const invoker: Invoker = {
    async invoke(_name, event) {
      events.push(event);
      return { ok: true, payload: event };
    },
  };
  return { events, invoker };
}

async function serve(state: State, invoker: Invoker, served = machines) {
  const server = await startWorkflows({ state, port: 0, credentials, machines: served, invoker });
  onTestFinished(() => server.close());
  return new SFNClient({ ...client, endpoint: server.url });
}

test('the same name with the same input starts once, with another input it is refused', async () => {
  const { events, invoker } = counting();
  const sdk = await serve(temporaryState(), {
    invoke: async (...call) => {
      await new Promise((resolve) => setImmediate(resolve));
      return invoker.invoke(...call);
    },
  });
  const start = (input: string) =>
    sdk.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'u-1', input }));
  await start('{"uploadId":"u"}');
  const other = start('{"uploadId":"x"}');
  await expect(other).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  const { stateMachines } = await sdk.send(new ListStateMachinesCommand({}));
  expect(stateMachines).toMatchObject([{ name: 'receipt', stateMachineArn: arn }]);
  const { executions } = await sdk.send(new ListExecutionsCommand({ stateMachineArn: arn }));
  expect(executions).toHaveLength(1);
  expect(events.length).toBeLessThanOrEqual(1);
});

test('DescribeExecution returns status, input and output', async () => {
  const { invoker } = counting();
  const executions = new Executions(temporaryState(), machines, invoker, 0);
  executions.start(arn, 'u-1', '{"uploadId":"u"}');
  expect(await executions.ended(arn, 'u-1')).toMatchObject({
    status: 'SUCCEEDED',
    input: '{"uploadId":"u"}',
    output: '{"uploadId":"u"}',
  });
});

test('what was running when the process died runs again in the next one, once', async () => {
  const folder = temporaryFolder();
  const dying = openState(folder);
  const never: Invoker = { invoke: () => new Promise(() => undefined) };
  new Executions(dying, machines, never).start(arn, 'u-1', '{"uploadId":"u"}');
  dying.close(); // as if killed: nothing was ended

  const { events, invoker } = counting();
  const state = temporaryState(folder);
  const executions = new Executions(state, machines, invoker, 0);
  await executions.ended(arn, 'u-1');
  expect(events).toEqual([{ uploadId: 'u' }]);
  const sdk = await serve(state, invoker);
  const executionArn = `${arn.replace('stateMachine', 'execution')}:u-1`;
  const described = await sdk.send(new DescribeExecutionCommand({ executionArn }));
  expect(described.status).toBe('SUCCEEDED');
});

test('an unknown machine and an unusable name are refused', async () => {
  const { invoker } = counting();
  const sdk = await serve(temporaryState(), invoker);
  const unknown = new StartExecutionCommand({ stateMachineArn: `${arn}x`, input: '{}' });
  await expect(sdk.send(unknown)).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  const odd = new StartExecutionCommand({ stateMachineArn: arn, name: 'a b', input: '{}' });
  await expect(sdk.send(odd)).rejects.toMatchObject({ name: 'ValidationException' });
});

test('lists come in pages of the size that is asked for, newest first', async () => {
  const { invoker } = counting();
  const sdk = await serve(temporaryState(), invoker);
  const names = ['u-1', 'u-2', 'u-3', 'u-4', 'u-5'];
  for (const name of names) {
    await sdk.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: '{}' }));
  }
  const pages: string[][] = [];
  const request = { stateMachineArn: arn, maxResults: 2 };
  const paginator = paginateListExecutions({ client: sdk }, { ...request });
  for await (const { executions = [] } of paginator) {
    pages.push(executions.map(({ name }) => name ?? ''));
  }
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual(names.toReversed());
  const all = await sdk.send(new ListExecutionsCommand({ ...request, maxResults: 0 }));
  expect(all.executions).toHaveLength(5);
  expect(all.nextToken).toBeUndefined();
  const list = (more: object) => sdk.send(new ListExecutionsCommand({ ...request, ...more }));
  await expect(list({ maxResults: 1001 })).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(list({ nextToken: 'guess' })).rejects.toMatchObject({ name: 'InvalidToken' });
  await expect(list({ redriveFilter: 'REDRIVEN' })).rejects.toThrow('redriveFilter is not known');
});

test('state machines are listed in pages too', async () => {
  const { invoker } = counting();
  const sdk = await serve(temporaryState(), invoker, [
    ...machines,
    { name: 'other', arn: `${arn}-other`, definition },
  ]);
  const first = await sdk.send(new ListStateMachinesCommand({ maxResults: 1 }));
  const { nextToken } = first;
  const second = await sdk.send(new ListStateMachinesCommand({ maxResults: 1, nextToken }));
  expect([first, second].map((page) => page.stateMachines?.map(({ name }) => name))).toEqual([
    ['receipt'],
    ['other'],
  ]);
  expect(second.nextToken).toBeUndefined();
});

test('a stopped execution has its error and cause', async () => {
  const sdk = await serve(temporaryState(), { invoke: () => new Promise(() => undefined) });
  const start = new StartExecutionCommand({ stateMachineArn: arn, input: '{}' });
  const { executionArn } = await sdk.send(start);
  await sdk.send(
    new StopExecutionCommand({ executionArn, error: 'Own', cause: 'changed my mind' }),
  );
  const described = await sdk.send(new DescribeExecutionCommand({ executionArn }));
  expect(described).toMatchObject({ status: 'ABORTED', error: 'Own', cause: 'changed my mind' });
});

test('an input that is no JSON is refused', async () => {
  const { invoker } = counting();
  const sdk = await serve(temporaryState(), invoker);
  const start = new StartExecutionCommand({ stateMachineArn: arn, input: '{' });
  await expect(sdk.send(start)).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
});
