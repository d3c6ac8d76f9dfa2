import { globSync, readFileSync } from 'node:fs';
import { matchProduct } from '#shared/products/match-product.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { labelledNames } from '#test/shared/products/labelled-names.ts';
import { damage } from '#test/shared/receipts/damage.ts';
import { textReading } from '#test/shared/receipts/text-reading.ts';
import { workOf } from './least-work.ts';

const TODAY = new Date('2026-06-01');
const LINES = 60;
const DAMAGED = 2_000;
/** What naming the products of a receipt may take against reading its text. */
const MAX_RATIO_TO_PARSING = 6;
/** No damaged text may keep the parser so much longer than the usual one. */
const MAX_RATIO_TO_MEAN = 300;

/** Naming products and parsing damaged texts, each against something else of the same run. */
export function benchMatching(): { name: string; ok: boolean; summary: string }[] {
  return [benchNames(), benchDamaged()];
}

/** Each name once: those that were asked before are remembered. */
function benchNames() {
  const names = [...labelledNames('held-out'), ...labelledNames('tuning')].map(({ name }) => name);
  matchProduct('MLEKO', []); // builds the index
  const took = { parsing: 0, matching: 0 };
  for (let start = 0; start + LINES <= names.length; start += LINES) {
    const some = names.slice(start, start + LINES);
    const lines = some.map((name, at) => `${name} 1 x ${at},99 ${at},99 C`);
    const text = textReading(lines.join('\n'));
    took.parsing += workOf(() => chooseReceipt([text], TODAY));
    took.matching += workOf(() => some.map((name) => matchProduct(name, [])));
  }
  const ratio = took.matching / took.parsing;
  return compared(`products of ${LINES} lines`, ratio, MAX_RATIO_TO_PARSING, 'parsing them');
}

function benchDamaged() {
  const texts = globSync('test/data/texts/*.txt')
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
  const took = Array.from({ length: DAMAGED }, (_, seed) => {
    const reading = textReading(damage(texts[seed % texts.length] ?? '', seed + 1));
    return workOf(() => chooseReceipt([reading], TODAY));
  });
  const mean = took.reduce((sum, one) => sum + one, 0) / took.length;
  const slowest = Math.max(...took);
  return compared(
    `the slowest of ${DAMAGED} damaged texts`,
    slowest / mean,
    MAX_RATIO_TO_MEAN,
    'usual',
  );
}

function compared(name: string, ratio: number, most: number, than: string) {
  const summary = `${ratio.toFixed(1)} times the work of ${than} (at most ${most})`;
  return { name, ok: ratio <= most, summary };
}
