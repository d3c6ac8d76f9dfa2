import type { Reading, TextLine } from '#shared/reading/model/reading.ts';
import type { ParsedItem, ParsedReceipt, Repair } from '#shared/receipts/model/receipt.ts';
import { hasNewAmount } from '#shared/receipts/vote/resembles.ts';

/** As sure as of a line that arithmetic corrected. */
const MODEL_CONFIDENCE = 0.7;
/** Money that only the model saw: low enough to require review. */
const NEW_AMOUNT_CONFIDENCE = 0.5;

/**
 * Marks which lines of a receipt a model read, and what had been read there before. Money
 * that only the model saw needs review, on an item or anywhere else.
 */
export function markReadByModel(receipt: ParsedReceipt, reading: Reading): ParsedReceipt {
  if (reading.engine !== 'vision') return receipt;
  const { lines } = reading;
  const reread = lines.flatMap((line, at) => (line.readBefore === undefined ? [] : [at]));
  if (reread.length === 0) return receipt;
  const ofItems = new Set(receipt.items.flatMap(({ sourceLines }) => sourceLines ?? []));
  const others = reread.filter((at) => !ofItems.has(at)).flatMap((at) => lines[at] ?? []);
  return {
    ...receipt,
    items: receipt.items.map((item) => markItem(item, lines)),
    reasons: [
      ...receipt.reasons,
      'read-by-model',
      ...(others.some(addsAmount) ? (['low-confidence'] as const) : []),
    ],
    ...(others.length > 0 && {
      repairs: [...(receipt.repairs ?? []), ...others.map(repairOf)],
    }),
  };
}

function markItem(item: ParsedItem, lines: readonly TextLine[]): ParsedItem {
  const own = (item.sourceLines ?? [])
    .flatMap((at) => lines[at] ?? [])
    .filter(({ readBefore }) => readBefore !== undefined);
  if (own.length === 0) return item;
  return {
    ...item,
    confidence: Math.min(
      item.confidence,
      own.some(addsAmount) ? NEW_AMOUNT_CONFIDENCE : MODEL_CONFIDENCE,
    ),
    reasons: [...item.reasons, 'read-by-model'],
    repairs: [...(item.repairs ?? []), ...own.map(repairOf)],
  };
}

function addsAmount({ readBefore = '', text }: TextLine): boolean {
  return hasNewAmount(readBefore, text);
}

function repairOf({ readBefore = '', text }: TextLine): Repair {
  return { field: 'line', read: readBefore, now: text };
}
