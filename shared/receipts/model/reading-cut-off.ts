import type { ParsedReceipt } from './receipt.ts';

/**
 * Marks a receipt whose reading the function's time limit ended: a person reviews it or has it
 * read again.
 */
export function markCutOff(receipt: ParsedReceipt): ParsedReceipt {
  return { ...receipt, reasons: [...receipt.reasons, 'reading-cut-off'] };
}

export function isCutOff({ reasons }: ParsedReceipt): boolean {
  return reasons.includes('reading-cut-off');
}
