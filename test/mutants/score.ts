import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';

export interface Score {
  readonly killed: number;
  /** Stopped because a line ran hundreds of times as often as it should: endless loops. */
  readonly endless: number;
  /** Stopped by the clock. Each of these is to be looked at: a slow machine kills nothing. */
  readonly timedOut: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** Could not even be loaded; they count neither way. */
  readonly errors: number;
  readonly percent: number;
}

/** What the tests found, of what could be found. What the clock stopped counts as not found. */
export function scoreOf(mutants: readonly MutantResult[]): Score {
  const count = (status: MutantResult['status']) =>
    mutants.filter((mutant) => mutant.status === status).length;
  const endless = mutants.filter(isEndless).length;
  const [killed, survived, noCoverage] = [count('Killed'), count('Survived'), count('NoCoverage')];
  const timedOut = count('Timeout') - endless;
  const errors = count('RuntimeError') + count('CompileError');
  const found = killed + endless;
  const valid = found + survived + noCoverage + timedOut;
  const percent = valid === 0 ? 100 : (100 * found) / valid;
  return { killed, endless, timedOut, survived, noCoverage, errors, percent };
}

function isEndless({ status, statusReason }: MutantResult): boolean {
  return status === 'Timeout' && statusReason?.startsWith('Hit limit') === true;
}

/** Every mutant of a folder that no test found, as `file:line:column mutation`. */
export function printFolder(name: string, mutants: readonly MutantResult[]): void {
  console.log(`\n${name}`);
  const left = mutants.filter(
    (mutant) =>
      ['Survived', 'NoCoverage', 'RuntimeError', 'CompileError'].includes(mutant.status) ||
      (mutant.status === 'Timeout' && !isEndless(mutant)),
  );
  for (const { status, fileName, location, mutatorName, replacement = '' } of left) {
    const { line, column } = location.start;
    const place = `${relative(process.cwd(), fileName)}:${line}:${column}`;
    console.log(`  ${status} ${place} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
}

/** A line for each folder and one for all. */
export function printTotal(results: readonly [string, readonly MutantResult[]][]): void {
  console.log(
    '\nfolder        score   killed  endless  timed out  survived  not covered  unloadable',
  );
  const all = results.flatMap(([, mutants]) => mutants);
  for (const [name, mutants] of [...results, ['all', all] as const]) {
    const score = scoreOf(mutants);
    const { killed, endless, timedOut, survived, noCoverage, errors } = score;
    const percent = `${score.percent.toFixed(1)} %`.padStart(7);
    const counts = [killed, endless, timedOut, survived, noCoverage, errors];
    const widths = [7, 7, 9, 8, 11, 10];
    const columns = counts.map((count, index) => String(count).padStart(widths[index] ?? 0));
    console.log(`${name.padEnd(12)}${percent}  ${columns.join('  ')}`);
  }
}
