import { dirname, relative } from 'node:path';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';
import * as z from 'zod/mini';

const Share = z.object({ total: z.number(), covered: z.number() });
type Share = z.infer<typeof Share>;

/** Of istanbul's coverage map, what is needed here. */
interface CoverageMap {
  files(): string[];
  fileCoverageFor(file: string): { toSummary(): { lines: unknown } };
}

/** The last lines of a run: covered lines of `shared/` by folder when they were counted, and the counts. */
export default class ClosingReport implements Reporter {
  #started = performance.now();
  #counts = '';
  #folders: ReadonlyMap<string, Share> = new Map();

  onTestRunStart(): void {
    this.#started = performance.now();
  }

  onCoverage(map: unknown): void {
    if (isCoverageMap(map)) this.#folders = byFolder(map);
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: unknown, reason: TestRunEndReason): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const counts = ['passed', 'failed', 'skipped'].flatMap((state) => {
      const number = tests.filter((test) => test.result().state === state).length;
      return number > 0 ? [`${number} ${state}`] : [];
    });
    const seconds = Math.round((performance.now() - this.#started) / 1000);
    this.#counts = `${tests.length} tests in ${modules.length} files, ${seconds} s: ${counts.join(', ')}.`;
    if (reason !== 'passed' || this.#folders.size === 0) console.log(this.#counts);
  }

  onFinishedReportCoverage(): void {
    console.log(
      '\nLines of shared/ that the tests run, without those only the started system runs:',
    );
    const lines = [...this.#folders].sort(([a], [b]) => a.localeCompare(b));
    for (const [folder, share] of lines) console.log(`  ${folder.padEnd(24)}${percent(share)}`);
    const all = sum(this.#folders.values());
    console.log(`  ${'all'.padEnd(24)}${percent(all)}\n\n${this.#counts}`);
  }
}

function isCoverageMap(map: unknown): map is CoverageMap {
  return typeof map === 'object' && map !== null && 'fileCoverageFor' in map && 'files' in map;
}

function byFolder(map: CoverageMap): Map<string, Share> {
  const files = map.files().map((file) => ({
    folder: relative(process.cwd(), dirname(file)),
    lines: Share.parse(map.fileCoverageFor(file).toSummary().lines),
  }));
  const folders = Map.groupBy(files, ({ folder }) => folder);
  return new Map([...folders].map(([folder, all]) => [folder, sum(all.map(({ lines }) => lines))]));
}

function sum(shares: Iterable<Share>): Share {
  const all = { total: 0, covered: 0 };
  for (const { total, covered } of shares) {
    all.total += total;
    all.covered += covered;
  }
  return all;
}

function percent({ total, covered }: Share): string {
  const share = total === 0 ? 100 : (100 * covered) / total;
  return `${share.toFixed(1).padStart(5)} % (${covered} of ${total})`;
}
