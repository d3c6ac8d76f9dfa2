import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { documentCases, photoCases, syntheticCases } from '#test/eval/cases.ts';
import { runCases } from '#test/eval/run-cases.ts';
import { SETS } from '#test/synthetic/sets.ts';
import { type MemoryPart, memoryParts } from './memory-parts.ts';

// `npm run bench:memory -- [--every=N]`: what a process holds that reads photographs one after the
// other: the five real ones and every Nth file of the tuning set. Exits 1 over the budget. Linux only.
const { values } = parseArgs({ options: { every: { type: 'string', default: '2' } } });

const BUDGET_MB = 600;

const tune = [...syntheticCases(SETS.tune, 96), ...documentCases(SETS.tune, 32)];
const cases = [...photoCases(), ...tune.filter((_, at) => at % Number(values.every) === 0)];
let atTheEnd = new Map<MemoryPart, number>();
const results = await runCases(cases, {
  jobs: 1,
  onResult: ({ name, kind, memory, cpuSeconds }, pid) => {
    atTheEnd = memoryParts(readFileSync(`/proc/${pid}/smaps`, 'utf8'));
    const parts = [...atTheEnd].map(([part, bytes]) => `${part} ${mb(bytes)}`).join(', ');
    console.log(`${name} (${kind}): peak so far ${memory} MB, now ${parts}; ${cpuSeconds} s`);
  },
});

const peak = Math.max(...results.map(({ memory }) => memory));
const work = results.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
console.table(Object.fromEntries([...atTheEnd].map(([part, bytes]) => [part, { MB: mb(bytes) }])));
console.log(
  `${peak <= BUDGET_MB ? 'ok  ' : 'OVER'} ${results.length} files in one process: at most ${peak} MB ` +
    `(budget ${BUDGET_MB} MB), ${work.toFixed(0)} s of processor`,
);
if (peak > BUDGET_MB) process.exitCode = 1;

function mb(bytes: number): number {
  return Math.round(bytes / 1024 ** 2);
}
