import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { pdfReceipt } from '#test/synthetic/e-receipt/pdf.ts';
import type { Good } from '#test/synthetic/goods.ts';
import { randomFrom } from '#test/synthetic/random.ts';
import { TUNE } from '#test/synthetic/sets.ts';
import { paper } from '#test/synthetic/text/paper.ts';
import type { House } from './script.ts';

type Receipt = NonNullable<House['spending']>[number];

const VAT = 'C';
const RATE = 5;

/** The receipt of a script as an e-receipt of that chain with its text; of others as Kaufland prints. */
export function receiptOf({ shop: chain, day, items }: Receipt): Buffer {
  const { shops, words, addresses } = TUNE.shops;
  const known = shops.find((one) => one.chain === chain);
  const other = shops.find((one) => one.chain === 'Kaufland');
  if (other === undefined) throw new Error('There is no shop to print as');
  const shop = known ?? { ...other, chain, merchant: chain, nip: null };
  const bought = items.map(({ name, net }) => {
    const price = minorOf(net);
    const good: Good = { name, vat: VAT, price, unit: 'szt', products: [] };
    return { good, name, quantity: 1000, price, gross: price, discount: 0, net: price };
  });
  const sum = bought.reduce((total, { net }) => total + net, 0);
  const tax = Math.round((sum * RATE) / (100 + RATE));
  const taxes = [{ letter: VAT, rate: RATE, gross: sum, tax }] as const;
  const number = String((sum % 900_000) + 1000);
  const lines = paper(shop, words, {
    basket: { items: bought, deposit: null, taxes, sum, due: sum },
    date: day,
    time: '12:30',
    number,
    counter: number.padStart(6, '0'),
    address: addresses[0] ?? '',
    payment: 'card',
  });
  return pdfReceipt(
    { lines, form: { ...shop, columns: 48 }, font: TUNE.screen[0] },
    1,
    randomFrom(sum),
  );
}
