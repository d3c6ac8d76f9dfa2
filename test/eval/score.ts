import { distance, upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';
import { type GroundTruth, grosze } from '#test/synthetic/ground-truth.ts';

/** Lines or fields counted; precision, recall and F1 follow from sums of these. */
export interface Counts {
  readonly right: number;
  readonly read: number;
  readonly printed: number;
}

/** Counts of one file; a field that the transcriber was not sure of is null and counts nowhere. */
export interface Score extends Counts {
  readonly total: boolean | null;
  readonly date: boolean | null;
  /** Right too when none is printed and none was read. */
  readonly nip: boolean | null;
  /** Total, date, time, NIP and receipt number, of those that are printed and sure. */
  readonly fields: Counts;
  /** Of the right lines whose product we ship: those that were found to be it. */
  readonly products: { readonly right: number; readonly known: number };
}

/** A name this alike is the same name, misread. */
const ALIKE = 0.8;

interface ReadLine {
  readonly name: string;
  readonly net: number;
  readonly productKey: string | null;
}

interface PrintedLine {
  readonly names: readonly string[];
  readonly net: number;
  readonly products: readonly string[];
  readonly nameUnsure: boolean;
  readonly valueUnsure: boolean;
}

type ReadHead = Pick<ParsedReceipt, 'total' | 'date' | 'time' | 'receiptNumber' | 'merchant'>;

/** Compares what was read with what is printed. */
export function score(receipt: ReadHead, items: readonly ReadLine[], truth: GroundTruth): Score {
  const unsure = new Set(truth.unsure ?? []);
  const field = (name: string, right: boolean) => (unsure.has(name) ? null : right);
  return {
    total: field('total', receipt.total === grosze(truth.total)),
    date: field('date', receipt.date === truth.date),
    nip: field('nip', receipt.merchant.nip === truth.nip),
    fields: countFields(receipt, truth),
    ...countLines(items, truth),
  };
}

function countFields(receipt: ReadHead, truth: GroundTruth): Counts {
  const { total, date, time, nip, receiptNumber, receiptNumberAlso = [] } = truth;
  const rows = [
    ['total', receipt.total, [grosze(total)]],
    ['date', receipt.date, [date]],
    ['time', receipt.time, [time]],
    ['nip', receipt.merchant.nip, [nip]],
    ['receiptNumber', receipt.receiptNumber, [receiptNumber, ...receiptNumberAlso]],
  ] as const;
  const counts = { right: 0, read: 0, printed: 0 };
  for (const [name, read, printed] of rows) {
    if (truth.unsure?.includes(name)) continue;
    if (printed[0] !== null) counts.printed += 1;
    if (read === null) continue;
    counts.read += 1;
    if (printed.some((value) => value === read)) counts.right += 1;
  }
  return counts;
}

/**
 * A line is right when its net value is exact and its name alike; every line matches at most once.
 * A printed line of unsure value counts nowhere, and neither does what was read of it.
 */
export function countLines(
  read: readonly ReadLine[],
  truth: Pick<GroundTruth, 'items' | 'unsure'>,
) {
  const printed = printedLines(truth);
  const left = printed.filter(({ valueUnsure }) => !valueUnsure);
  const unsure = printed.filter(({ valueUnsure }) => valueUnsure);
  const counts = { right: 0, read: 0, printed: left.length };
  const products = { right: 0, known: 0 };
  for (const line of read) {
    const match = take(left, (other) => (other.net === line.net ? alike(line, other) : 0));
    if (match === undefined) {
      if (take(unsure, (other) => alike(line, other)) === undefined) counts.read += 1;
      continue;
    }
    counts.read += 1;
    counts.right += 1;
    if (match.products.length === 0) continue;
    products.known += 1;
    if (line.productKey !== null && match.products.includes(line.productKey)) products.right += 1;
  }
  return { ...counts, products };
}

function printedLines({ items, unsure }: Pick<GroundTruth, 'items' | 'unsure'>): PrintedLine[] {
  return items.map((item, at) => {
    const doubtful = (...fields: string[]) =>
      fields.some((field) => unsure?.includes(`items[${at}].${field}`));
    return {
      names: [item.name, item.nameCore ?? item.name],
      net: grosze(item.net),
      products: item.products ?? [],
      nameUnsure: doubtful('name'),
      valueUnsure: doubtful('net', 'gross', 'discount'),
    };
  });
}

/** Takes the likest line out of the list, when it is like enough. */
function take(
  lines: PrintedLine[],
  likeness: (line: PrintedLine) => number,
): PrintedLine | undefined {
  const all = lines.map(likeness);
  const best = Math.max(0, ...all);
  return best < ALIKE ? undefined : lines.splice(all.indexOf(best), 1)[0];
}

function alike({ name }: ReadLine, { names, nameUnsure }: PrintedLine): number {
  return nameUnsure ? ALIKE : Math.max(...names.map((printed) => nameLikeness(name, printed)));
}

/** 1 − edit distance ÷ longer length, without case and diacritics; 0 … 1. */
export function nameLikeness(a: string, b: string): number {
  const [left, right] = [upperAscii(a).trim(), upperAscii(b).trim()];
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : 1 - distance(left, right, longer) / longer;
}

/** Shares 0 … 1 over all lines together; nothing read has precision 0, not a division by zero. */
export function f1({ right, read, printed }: Counts) {
  const precision = read === 0 ? 0 : right / read;
  const recall = printed === 0 ? 0 : right / printed;
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
