import type { EmbeddingCandidates } from '#shared/products/embedding-candidates.ts';
import { chooseReceipt } from '#shared/receipts/choose/choose-receipt.ts';
import { type MatchedFile, matchItems } from '#shared/receipts/matching/receipt-matching.ts';

/** What the workflow hands to its last step, made by the steps' own code from printed lines. */
export function matchedReceipt(
  lines: readonly string[],
  meanings?: EmbeddingCandidates,
): MatchedFile {
  const receipt = chooseReceipt([
    {
      engine: 'tesseract',
      variant: 'plain',
      lines: lines.map((text) => ({ text, words: [] })),
      confidence: 0.95,
      milliseconds: 1,
    },
  ]).receipt;
  const reading = { engine: 'tesseract', variant: 'plain', text: lines.join('\n') };
  return { receipt, reading, places: [], items: matchItems(receipt, [], meanings) };
}

/** A small shopping that balances: two foods, a bag, a deposit. */
export const SHOPPING = [
  'LIDL sp. z o.o. sp. k.',
  'NIP 781-18-97-358',
  '2026-11-20 10:15 nr wydr. 575263',
  'PARAGON FISKALNY',
  'MLEKO UHT 3,2% 1L 2 x 3,49 6,98 C',
  'CHLEB 1 x 4,99 4,99 C',
  'TORBA FOLIOWA 1 x 0,50 0,50 A',
  'Sprzed. opod. PTU A 0,50',
  'Kwota A 23,00% 0,09',
  'Sprzed. opod. PTU C 11,97',
  'Kwota C 05,00% 0,57',
  'SUMA PLN 12,47',
];
