import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { SETS } from '#test/synthetic/sets.ts';
import { documentCases, type EvaluationCase, photoCases, syntheticCases } from './cases.ts';
import { differences } from './compare.ts';
import { type CaseResult, groupsOf, summary } from './results.ts';
import { runCases } from './run-cases.ts';

// `npm run eval:receipts -- [--only=photos|e-receipts|tune|report] [--kind=WORDS] [--limit=N]
// [--jobs=N] [--minutes=N] [--variants=N] [--out=FILE] [--baseline=FILE]`: how well receipts
// are read (docs/receipts.md).
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kind: { type: 'string' },
    limit: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    minutes: { type: 'string' },
    variants: { type: 'string' },
    out: { type: 'string', default: '.eval/receipts.json' },
    baseline: { type: 'string' },
  },
});

/** 96 photographs are every damage eight times and every shop six times. */
const PARTS = new Map<string, () => EvaluationCase[]>([
  ['photos', photoCases],
  ['e-receipts', () => documentCases(SETS.report, 32)],
  ['report', () => syntheticCases(SETS.report, 96)],
  ['tune', () => [...syntheticCases(SETS.tune, 96), ...documentCases(SETS.tune, 32)]],
]);
// What is tuned on is read only when it is asked for.
const wanted = values.only?.split(',') ?? ['photos', 'e-receipts', 'report'];
const cases = wanted
  .flatMap((name) => {
    const part = PARTS.get(name);
    if (part === undefined) throw new Error(`--only=${name} is none of ${[...PARTS.keys()]}`);
    return part();
  })
  .filter(({ kind }) => kind.includes(values.kind ?? ''))
  .slice(0, values.limit === undefined ? undefined : Number(values.limit));

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
// Asked first: the commit may move on while the run lasts.
const commit =
  git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ' + edits' : '');
const results = await runCases(cases, {
  jobs: Number(values.jobs),
  maxVariants: values.variants === undefined ? undefined : Number(values.variants),
  minutes: values.minutes === undefined ? undefined : Number(values.minutes),
  onResult: (result) => console.error(lineOf(result)),
});
console.table(
  Object.fromEntries([...groupsOf(results)].map(([name, group]) => [name, summary(group)])),
);
console.log(
  `commit ${commit}, ${new Date().toISOString()}, ${values.jobs} at a time, load ${loadavg()[1]?.toFixed(1)}, peak memory of a reading process ${Math.max(...results.map(({ memory }) => memory))} MB`,
);
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, `${JSON.stringify({ commit, results }, null, 1)}\n`);
console.log(`written to ${values.out}`);
if (values.baseline !== undefined) {
  const before: { results: CaseResult[] } = JSON.parse(readFileSync(values.baseline, 'utf8'));
  console.log(differences(before.results, results).join('\n'));
}

function lineOf(result: CaseResult): string {
  const { total, date, nip, lines, products, mean, cpu } = summary([result]);
  const fields = `total ${total}, date ${date}, NIP ${nip}, lines ${lines} of ${result.read} read, products ${products}`;
  return `${result.name} ${result.chain}, ${result.kind}: ${result.refused ?? fields}, ${mean} s, ${cpu} s of processor`;
}
