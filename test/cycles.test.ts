import { expect, test } from 'vitest';
import { cycles, graphOf } from './cycles.ts';

const graph = (text: string) =>
  graphOf(
    text.split(' ').map((arrow) => [arrow[0] ?? '', arrow[2] ?? ''] as const),
    (path) => path,
  );

test('a way back to where it began is a cycle, however long', () => {
  expect(cycles(graph('a>b b>c c>a c>d'))).toEqual([['a', 'b', 'c']]);
  expect(cycles(graph('a>b b>a b>c c>d d>c'))).toHaveLength(2);
});

test('two ways to one place are none', () => {
  expect(cycles(graph('a>b a>c b>d c>d'))).toEqual([]);
});

test('a file that imports itself is one', () => {
  expect(cycles(graph('a>a a>b'))).toEqual([['a']]);
});

test('names are made coarser before arrows are drawn', () => {
  const pairs = [
    ['x/1', 'y/1'],
    ['y/2', 'x/2'],
    ['x/1', 'x/2'],
  ] as const;
  expect(cycles(graphOf(pairs, (path) => path[0] ?? ''))).toEqual([['x', 'y']]);
});
