import { expect, test } from 'vitest';
import { contextOf } from '#cdk/local/context.ts';

test('values of -c and --context reach the app, also with = in them', () => {
  const args = ['-c', 'modelUrl=http://127.0.0.1:1/v1?a=b', '--context', 'modelName=m'];
  expect(contextOf(args)).toEqual({ modelUrl: 'http://127.0.0.1:1/v1?a=b', modelName: 'm' });
  expect(contextOf([])).toEqual({});
});

test.each([
  ['an option that is none', ['-x', 'a=b']],
  ['a parameter without its value', ['-c', 'modelUrl']],
  ['a parameter without anything', ['-c']],
  ['a word alone', ['modelUrl=x']],
])('%s is refused', (_what, args) => {
  expect(() => contextOf(args)).toThrow(/takes -c name=value/);
});

test('another stage is refused: what runs here is the local one', () => {
  expect(() => contextOf(['-c', 'stage=production'])).toThrow(/stage local/);
});

test('the key of a model server stays out of it: the app gets the name of its secret', () => {
  const server = ['-c', 'modelUrl=http://127.0.0.1:1/v1'];
  const context = contextOf(server, 'sk-1');
  expect(context).toEqual({ modelUrl: 'http://127.0.0.1:1/v1', modelSecret: 'foodsave/model' });
  expect(() => contextOf([], 'sk-1')).toThrow(/modelUrl/);
  expect(() => contextOf([...server, '-c', 'modelSecret=mine'])).toThrow(/MODEL_KEY/);
});
