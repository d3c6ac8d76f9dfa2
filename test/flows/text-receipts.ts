import { pdfReceipt } from '#test/synthetic/e-receipt/pdf.ts';
import { generateReceipt } from '#test/synthetic/generate.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { TUNE } from '#test/synthetic/sets.ts';

/**
 * Receipts of food as PDFs with their text: each another purchase, and read in a tenth of the time of a
 * photograph. Always the same ones.
 */
export function textReceipts(count: number): Buffer[] {
  const shops = TUNE.shops.shops.filter(({ goods }) => goods === 'grocery');
  return Array.from({ length: count }, (_, at) => {
    const shop = shops[at % shops.length];
    if (shop === undefined) throw new Error('there are no shops');
    const { lines, seed } = generateReceipt(TUNE, shop, TUNE.firstSeed + at);
    return pdfReceipt({ lines, form: shop, font: TUNE.screen[0] }, 1, randomFrom(seed));
  });
}
