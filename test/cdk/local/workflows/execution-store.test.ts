import { expect, test } from 'vitest';
import { ExecutionStore } from '#cdk/local/workflows/execution-store.ts';
import { temporaryState } from '#test/cdk/local/support/state.ts';

const machine = 'arn:aws:states:eu-central-1:000000000000:stateMachine:receipt';

test('executions that started in the same millisecond are listed once each', () => {
  const store = new ExecutionStore(temporaryState());
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) store.begin(machine, name, '{}', 1_000);
  const seen: string[] = [];
  let after: readonly number[] | undefined;
  do {
    const page = store.page(machine, { limit: 2, after });
    seen.push(...page.executions.map(({ name }) => name));
    after = page.last;
  } while (after !== undefined);
  expect(seen).toEqual(names.toReversed());
});

test('a page holds one status and one machine', () => {
  const store = new ExecutionStore(temporaryState());
  for (const name of ['a', 'b']) store.begin(machine, name, '{}', 1_000);
  store.begin(`${machine}-other`, 'c', '{}', 1_000);
  store.end(machine, 'a', { status: 'SUCCEEDED', output: 1 }, 2_000);
  const names = (status?: string) =>
    store.page(machine, { status, limit: 10 }).executions.map(({ name }) => name);
  expect([names(), names('RUNNING'), names('FAILED')]).toEqual([['b', 'a'], ['b'], []]);
  expect(store.unfinished(machine).map(({ name }) => name)).toEqual(['b']);
});
