import { parseArgs } from 'node:util';
import { readFile } from '#shared/reading/read-file.ts';
import { chooseReceipt } from '#shared/receipts/choose-receipt.ts';
import { isWithoutDoubt } from '#shared/receipts/without-doubt.ts';
import { photoCases, syntheticCases } from './cases.ts';
import { f1, type Score, score } from './score.ts';

/** `npm run eval:receipts [-- --only=photos|synthetic --limit=N]`: how well receipts are read. */
const { values } = parseArgs({
  options: { only: { type: 'string' }, limit: { type: 'string' } },
});
if (values.only !== undefined && values.only !== 'photos' && values.only !== 'synthetic') {
  throw new Error(`--only=${values.only} is neither photos nor synthetic`);
}
const cases = [
  ...(values.only === 'synthetic' ? [] : photoCases()),
  ...(values.only === 'photos' ? [] : syntheticCases()),
].slice(0, values.limit === undefined ? undefined : Number(values.limit));

interface Result extends Score {
  readonly seconds: number;
}

const groups = new Map<string, Result[]>();
for (const { kind, truth, image } of cases) {
  const bytes = await image();
  const started = performance.now();
  const readings = await readFile(bytes, { isGood: isWithoutDoubt });
  const { receipt } = chooseReceipt(readings);
  const seconds = (performance.now() - started) / 1000;
  const result = { ...score(receipt, truth), seconds };
  const source = kind === 'photo' ? 'photo' : 'synthetic';
  const names = [`${source}: ${truth.chain ?? 'no chain'}`, `kind: ${kind}`, `all: ${source}`];
  for (const name of names) groups.set(name, [...(groups.get(name) ?? []), result]);
  const { precision, recall } = f1(result);
  console.error(
    `${truth.image} ${kind}: total ${result.total}, lines ${percent(precision)} / ${percent(recall)}, ${seconds.toFixed(1)} s`,
  );
}

console.table(
  Object.fromEntries(
    [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, all]) => [name, summary(all)]),
  ),
);
// maxRSS is in kilobytes.
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
// The reader keeps its worker for the next file, which would hold this process open.
process.exit();

function summary(results: readonly Result[]) {
  const sum = (of: (result: Result) => number) => results.reduce((all, one) => all + of(one), 0);
  const lines = f1({
    right: sum(({ right }) => right),
    read: sum(({ read }) => read),
    printed: sum(({ printed }) => printed),
  });
  const right = (field: 'total' | 'date' | 'nip') =>
    `${results.filter((result) => result[field]).length}/${results.length}`;
  return {
    total: right('total'),
    date: right('date'),
    NIP: right('nip'),
    precision: percent(lines.precision),
    recall: percent(lines.recall),
    F1: percent(lines.f1),
    'mean s': (sum(({ seconds }) => seconds) / results.length).toFixed(1),
    'max s': Math.max(...results.map(({ seconds }) => seconds)).toFixed(1),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
