import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Entry, Outcome } from './log.ts';

const entry = (mark: string, outcome: Outcome, wasUnknown = outcome === 'unknown'): Entry => ({
  kind: 'eaten',
  mark,
  outcome,
  wasUnknown,
  wasReplayed: false,
});
const of = (entries: readonly Entry[], ...marks: string[]) =>
  compare(
    entries,
    marks.map((mark) => ({ kind: 'eaten', mark })),
  )[0];

test('what was acknowledged is there once; what nobody knows of may be there or not', () => {
  const entries = [entry('a', 'acknowledged'), entry('b', 'unknown'), entry('c', 'unknown')];
  expect(of(entries, 'a', 'b')).toEqual({
    kind: 'eaten',
    sent: 3,
    acknowledged: 1,
    unknown: 2,
    refused: 0,
    replayed: 0,
    found: 2,
    lost: [],
    doubled: [],
    unexpected: [],
  });
});

test('what was acknowledged and is not there is lost', () => {
  expect(of([entry('a', 'acknowledged'), entry('b', 'unknown')])).toMatchObject({ lost: ['a'] });
});

test('twice is doubled, whatever the client knows', () => {
  const entries = [entry('a', 'acknowledged'), entry('b', 'unknown')];
  expect(of(entries, 'a', 'a', 'b', 'b', 'b')).toMatchObject({ lost: [], doubled: ['a', 'b'] });
});

test('what was refused, and what nobody sent, is unexpected', () => {
  expect(of([entry('a', 'refused')], 'a', 'z')).toMatchObject({ unexpected: ['a', 'z'] });
});

test('kinds are told apart, also one that is only found', () => {
  const rows = compare([entry('a', 'acknowledged')], [{ kind: 'added', mark: 'a' }]);
  expect(rows).toMatchObject([
    { kind: 'eaten', lost: ['a'], unexpected: [] },
    { kind: 'added', lost: [], unexpected: ['a'] },
  ]);
});
