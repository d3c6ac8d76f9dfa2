import { globSync, readFileSync } from 'node:fs';
import { pdfReceipt } from '#test/synthetic/e-receipt/pdf.ts';
import { pdfOfJpeg } from '#test/synthetic/e-receipt/pdf-of-jpeg.ts';
import { screenshot } from '#test/synthetic/e-receipt/screenshot.ts';
import { generateReceipts, type SyntheticReceipt } from '#test/synthetic/generate.ts';
import { GroundTruth } from '#test/synthetic/ground-truth.ts';
import { scan } from '#test/synthetic/paper/scan.ts';
import {
  DAMAGES,
  type Damage,
  hasStrengths,
  LEVELS,
  shotOf,
} from '#test/synthetic/photo/damage.ts';
import { photograph } from '#test/synthetic/photo/photograph.ts';
import { type Random, randomFrom } from '#test/synthetic/random.ts';
import type { ReceiptSet } from '#test/synthetic/sets.ts';

/** Where a file comes from; figures of one source are never added to those of another. */
export type Source = 'photo' | 'e-receipt' | 'scan' | 'synthetic photo';

/** One file with what is printed on it; the file is made when it is asked for. */
export interface EvaluationCase {
  readonly name: string;
  readonly source: Source;
  /** `screenshot`, `pdf`, `crumpled heavy`, … */
  readonly kind: string;
  readonly truth: GroundTruth;
  file(): Promise<Buffer>;
}

/** The real photographs. */
export function photoCases(): EvaluationCase[] {
  return globSync('test/data/receipts/*.json')
    .sort()
    .map((path) => {
      const truth = GroundTruth.parse(JSON.parse(readFileSync(path, 'utf8')));
      const file = async () => readFileSync(path.replace(/\.json$/, ''));
      return { name: truth.image, source: 'photo', kind: 'photo', truth, file };
    });
}

/**
 * Photographs of a set: its shops in turn, damages in turn and so that each shop meets others every
 * round, strengths in turn. So any first part of the list is a fair sample.
 */
export function syntheticCases(set: ReceiptSet, count: number): EvaluationCase[] {
  const seen = new Map<Damage, number>();
  return generateReceipts(set, count).map((receipt, at) => {
    const damage = turn(DAMAGES, at + 3 * Math.floor(at / set.shops.shops.length));
    const before = seen.get(damage) ?? 0;
    seen.set(damage, before + 1);
    const level = turn(LEVELS, before + at);
    const print = { lines: receipt.lines, form: receipt.shop, font: turn(set.thermal, at >> 1) };
    return {
      name: receipt.truth.image,
      source: 'synthetic photo',
      kind: hasStrengths(damage) ? `${damage} ${level}` : damage,
      truth: receipt.truth,
      file: () => {
        const shot = shotOf(damage, level, set.damage, randomFrom(receipt.seed * 7));
        return photograph(print, shot, receipt.seed);
      },
    };
  });
}

/** What apps show and scanners write, five formats in turn; other receipts than the photographs'. */
export function documentCases(set: ReceiptSet, count: number): EvaluationCase[] {
  const receipts = generateReceipts({ ...set, firstSeed: set.firstSeed + 100_000 }, count);
  return receipts.map((receipt, at) => {
    const [kind, source, make] = turn(DOCUMENTS, at);
    const file = async () => make(receipt, set, randomFrom(receipt.seed));
    return { name: receipt.truth.image, source, kind, truth: receipt.truth, file };
  });
}

type Make = (
  receipt: SyntheticReceipt,
  set: ReceiptSet,
  random: Random,
) => Buffer | Promise<Buffer>;

const onScreen = ({ lines, shop, seed }: SyntheticReceipt, { screen }: ReceiptSet) => ({
  lines,
  form: shop,
  font: turn(screen, seed),
});
const onPaper = ({ lines, shop, seed }: SyntheticReceipt, { thermal }: ReceiptSet) => ({
  lines,
  form: shop,
  font: turn(thermal, seed),
});

const DOCUMENTS: readonly (readonly [string, Source, Make])[] = [
  ['screenshot', 'e-receipt', (receipt, set, random) => screenshot(onScreen(receipt, set), random)],
  ['pdf', 'e-receipt', (receipt, set, random) => pdfReceipt(onScreen(receipt, set), 1, random)],
  ['scan', 'scan', (receipt, set, random) => scan(onPaper(receipt, set), random)],
  [
    'pdf of two pages',
    'e-receipt',
    (receipt, set, random) => pdfReceipt(onScreen(receipt, set), 2, random),
  ],
  [
    'scanned pdf',
    'scan',
    async (receipt, set, random) => pdfOfJpeg(await scan(onPaper(receipt, set), random)),
  ],
];

function turn<T>(choices: readonly T[], at: number): T {
  const choice = choices[at % choices.length];
  if (choice === undefined) throw new Error('there is nothing to take turns with');
  return choice;
}
