import { join } from 'node:path';
import { expect, test } from 'vitest';
import { QUEUE } from '#cdk/local/resources/queues.ts';
import { readAssembly } from '#cdk/local/template/assembly.ts';
import { cloudAssembly, stackOf } from './cloud-assembly.ts';

test('finds the stack and the directory of an asset by the key of its zip', () => {
  const directory = cloudAssembly({ Resources: {} });
  const assembly = readAssembly(directory);
  expect(assembly.stackName).toBe('Some');
  expect(assembly.assetDirectory('abc.zip')).toBe(join(directory, 'asset.abc'));
  expect(() => assembly.assetDirectory('other.zip')).toThrow('no asset other.zip');
});

test('a second stack or an unknown section of the template is refused', () => {
  const second = { Other: { type: 'aws:cloudformation:stack' } };
  expect(() => readAssembly(cloudAssembly({ Resources: {} }, second))).toThrow('2 stacks');
  expect(() => readAssembly(cloudAssembly({ Resources: {}, Transform: 'x' }))).toThrow('Transform');
});

test('a resource whose condition is false is not there', () => {
  const stack = stackOf({
    Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {
      Here: { Type: 'AWS::SQS::Queue' },
      Gone: { Type: 'AWS::SQS::Queue', Condition: 'No' },
    },
  });
  expect(stack.all(QUEUE).map(({ logicalId }) => logicalId)).toEqual(['Here']);
});
