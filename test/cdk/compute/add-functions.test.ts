import { App, Stack } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { addFunctions } from '#cdk/compute/add-functions.ts';
import { stageOf } from '#cdk/stage.ts';
import { Cache } from '#cdk/stores/cache.ts';
import { ENV } from '#shared/env.ts';

function emptyStack() {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Empty');
  const stage = stageOf(stack.node);
  // Every endpoint and agent counts there.
  const cache = new Cache(stage);
  return { stack, context: { stage, cache, layers: { imaging: undefined, lancedb: undefined } } };
}

const size = { memoryMb: 128, timeoutSeconds: 1 };

test('a resource that the stack has not created yet is refused by name', () => {
  const { stack, context } = emptyStack();
  const table = { 'api/pantry': { size, access: { database: 'app' } } } as const;
  expect(() => addFunctions(stack, table, context)).toThrow(
    'api/pantry needs database, which does not exist yet',
  );
});

test('so is an agent that does not exist', () => {
  const { stack, context } = emptyStack();
  const agents = addFunctions(stack, { 'agents/ocr': { size } }, context);
  const access = { agents: { 'agents/chef': ENV.chefFunction } } as const;
  expect(() =>
    addFunctions(stack, { 'api/chat': { size, access } }, { ...context, agents }),
  ).toThrow('api/chat invokes agents/chef, which does not exist');
});

test('a variable that the stage leaves undefined is not set', () => {
  const { stack, context } = emptyStack();
  const environment = () => ({ [ENV.memoryPools]: '1', [ENV.productLookup]: undefined });
  const { 'api/products': fn } = addFunctions(
    stack,
    { 'api/products': { size, environment } },
    context,
  );
  const { variables } = stack.resolve(fn.construct.environment);
  expect(variables).toMatchObject({ [ENV.memoryPools]: '1' });
  expect(variables).not.toHaveProperty(ENV.productLookup);
});
