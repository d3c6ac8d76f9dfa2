import { expect, test } from 'vitest';
import { LONG_LIMIT } from '#test/support/limits.ts';
import { TUNE } from '#test/synthetic/sets.ts';
import { documentCases, syntheticCases } from './cases.ts';
import { type CaseResult, summary } from './results.ts';
import { runCases } from './run-cases.ts';

/** A reader of many files stays below this too: `npm run bench:memory`. */
const PEAK_MB = 600;

/**
 * Eight easy receipts of the tuning set through the real path. The figures of docs/receipts.md
 * come from `npm run eval:receipts`; this only notices when reading breaks.
 */
test('easy photographs and documents are still read, in bounded memory', {
  timeout: LONG_LIMIT,
}, async () => {
  const easy = syntheticCases(TUNE, 96)
    .filter(({ kind }) => /^(clean|\S+ light)$/.test(kind))
    .slice(0, 4);
  const results = await runCases([...easy, ...documentCases(TUNE, 4)], { jobs: 2 });
  expect(results.filter(({ refused }) => refused !== null)).toEqual([]);
  expect(right(results, 'total'), report(results)).toBeGreaterThanOrEqual(7);
  expect(right(results, 'date'), report(results)).toBeGreaterThanOrEqual(7);
  expect(right(results, 'nip'), report(results)).toBeGreaterThanOrEqual(7);
  expect(Number(summary(results).f1), report(results)).toBeGreaterThanOrEqual(0.85);
  const peaks = new Set(results.map(({ memory }) => memory));
  process.stdout.write(`peak memory after each file: ${[...peaks].join(', ')} MB\n`);
  expect(Math.max(...peaks), report(results)).toBeLessThanOrEqual(PEAK_MB);
});

function right(results: readonly CaseResult[], field: 'total' | 'date' | 'nip'): number {
  return results.filter((result) => result[field]).length;
}

function report(results: readonly CaseResult[]): string {
  return results
    .map(({ name, chain, kind, total, date, nip, right, printed }) =>
      [name, chain, kind, total, date, nip, `${right}/${printed}`].join(' '),
    )
    .join('\n');
}
