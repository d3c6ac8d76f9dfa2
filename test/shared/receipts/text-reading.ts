import type { Reading } from '#shared/reading/model/reading.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import type { ParsedReceipt } from '#shared/receipts/model/receipt.ts';

/** A reading without boxes, as a PDF's text layer gives it. */
export function textReading(text: string): Reading {
  const lines = text.split('\n').map((line) => ({ text: line, words: [] }));
  return { engine: 'pdf-text', variant: 'plain', lines, confidence: 1, milliseconds: 0 };
}

/** The receipt that the product makes of such a reading, as the only one of its paper. */
export function receiptOf(text: string, today?: Date): ParsedReceipt {
  return chooseReceipt([textReading(text)], today).receipt;
}
