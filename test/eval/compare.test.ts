import { expect, test } from 'vitest';
import { differences } from './compare.ts';
import { type CaseResult, groupsOf, summary } from './results.ts';

const right: CaseResult = {
  name: 'one',
  source: 'photo',
  kind: 'photo',
  chain: 'Lidl',
  refused: null,
  total: true,
  date: true,
  nip: null,
  fields: { right: 4, read: 5, printed: 5 },
  right: 3,
  read: 4,
  printed: 3,
  products: { right: 2, known: 3 },
  seconds: 2,
  cpuSeconds: 3,
  memory: 300,
};
const wrong: CaseResult = { ...right, name: 'two', total: false, right: 0, seconds: 9 };

test('counts are of files, lines of all files together; unsure fields are in no count', () => {
  expect(summary([right, wrong])).toMatchObject({
    total: '1/2',
    nip: '0/0',
    lines: '3/6',
    precision: '0.375',
    products: '4/6',
    mean: '5.5',
    p95: '9.0',
  });
});

test('no group holds files of two sources', () => {
  const scan: CaseResult = { ...right, source: 'scan', kind: 'scan' };
  for (const group of groupsOf([right, wrong, scan]).values()) {
    expect(new Set(group.map(({ source }) => source)).size).toBe(1);
  }
});

test('two runs are compared by the files they share', () => {
  const later = { ...wrong, total: true };
  const lines = differences([right, wrong], [right, later, { ...right, name: 'three' }]);
  expect(lines[0]).toBe('2 files are in both runs');
  expect(lines).toContain('photo: all: total 1/2 → 2/2');
  expect(lines).toContain('  two (photo, Lidl): total 0/1 → 1/1');
  expect(lines.join()).not.toContain('three');
});
