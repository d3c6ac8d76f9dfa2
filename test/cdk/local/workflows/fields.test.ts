import { expect, test } from 'vitest';
import { checkedDefinition } from '#cdk/local/workflows/fields.ts';

test.each([
  ['a field of a state', { A: { Type: 'Pass', Assign: {}, End: true } }, 'Assign'],
  ['a query language', { A: { Type: 'Pass', QueryLanguage: 'JSONata', End: true } }, 'JSONata'],
  ['a state type', { A: { Type: 'Teleport' } }, 'Teleport'],
  [
    'a field deep inside a map',
    {
      A: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', Hmm: 1, End: true } } },
        End: true,
      },
    },
    'Hmm',
  ],
  ['a batcher', { A: { Type: 'Map', ItemBatcher: {}, End: true } }, 'ItemBatcher'],
  [
    'a task of another service',
    { A: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage' } },
    'sqs',
  ],
  [
    'a parameter of a task',
    {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'a', InvocationType: 'Event' },
        End: true,
      },
    },
    'InvocationType',
  ],
  [
    'an operator of a choice',
    { A: { Type: 'Choice', Choices: [{ Not: { Variable: '$.a', Resembles: 'x' }, Next: 'A' }] } },
    'Resembles',
  ],
  [
    'a map that is distributed',
    {
      A: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED' },
          StartAt: 'B',
          States: { B: { Type: 'Pass', End: true } },
        },
        End: true,
      },
    },
    'DISTRIBUTED',
  ],
])('%s that is not honoured stops the start by name', (_what, States, name) => {
  const checking = () => checkedDefinition('Nightly', { StartAt: 'A', States });
  expect(checking).toThrow(name);
  expect(checking).toThrow('Nightly, state "A"');
});
