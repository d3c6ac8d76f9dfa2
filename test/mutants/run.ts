import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { FOLDERS, MUTATED_FOLDER, type Mutated } from './folders.ts';
import { printFolder, printTotal, scoreOf } from './score.ts';

/**
 * `npm run mutants`: every folder of folders.ts; `npm run mutants -- pantry` one of them;
 * `npm run mutants -- pantry --mutate=shared/pantry/undo.ts:40-60` a part of it. With
 * `--incremental` only what was not killed last time, or was changed with its tests, runs again;
 * changes of other files go unseen. Exits 1 below 85 %.
 */
const MIN_PERCENT = 85;
const REPORTS = '.mutants';

const { values, positionals } = parseArgs({
  options: { mutate: { type: 'string' }, incremental: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => FOLDERS[name] === undefined);
if (unknown.length > 0) {
  throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(FOLDERS).join(', ')}`);
}

const results: [name: string, mutants: readonly MutantResult[]][] = [];
for (const [name, folder] of Object.entries(FOLDERS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  results.push([name, await mutate(name, folder)]);
}
for (const [name, mutants] of results) printFolder(name, mutants);
const all = results.flatMap(([, mutants]) => mutants);
printTotal(results);
const scores = [all, ...results.map(([, mutants]) => mutants)].map(scoreOf);
if (scores.some(({ percent }) => percent < MIN_PERCENT)) process.exitCode = 1;

async function mutate(name: string, folder: Mutated): Promise<readonly MutantResult[]> {
  process.env[MUTATED_FOLDER] = name;
  mkdirSync(REPORTS, { recursive: true });
  const mutants = await new Stryker({
    mutate: values.mutate === undefined ? [...folder.mutate] : values.mutate.split(','),
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutants/vitest.config.ts' },
    plugins: [
      '@stryker-mutator/vitest-runner',
      new URL('./ignore-texts.ts', import.meta.url).pathname,
    ],
    ignorers: ['texts'],
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `${REPORTS}/${name}.incremental.json`,
    force: !values.incremental, // still writes the file for a run that wants to build on it
    concurrency: 2,
    // Generous, so that a busy machine kills nothing; endless loops are found by counting, not by time.
    timeoutMS: 120_000,
    timeoutFactor: 5,
    dryRunTimeoutMinutes: 30,
    // Nothing is type-checked: Vitest strips types, and this Stryker cannot read TypeScript 7's API.
    tsconfigFile: 'none.json',
    disableTypeChecks: false,
    ignorePatterns: ['build', 'cdk.out', 'coverage', '.foodsave', '.eval', REPORTS],
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: `${REPORTS}/${name}.json` },
    allowConsoleColors: false,
  }).runMutationTest();
  writeFileSync(`${REPORTS}/${name}.results.json`, JSON.stringify(mutants));
  return mutants;
}
