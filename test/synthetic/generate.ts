import { formatMinor } from '#shared/money/money.ts';
import { type Basket, type BasketItem, fillBasket } from './basket.ts';
import type { GroundTruth } from './ground-truth.ts';
import { type Layout, paper, type Visit } from './layout.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import type { PaperLine } from './line.ts';
import { randomFrom } from './random.ts';

export interface SyntheticReceipt {
  readonly seed: number;
  readonly lines: readonly PaperLine[];
  readonly truth: GroundTruth;
}

const SHOPS: readonly [string, ...string[]] = [
  '1234 Kraków, ul. Długa 12',
  '2087 Łódź, ul. Piotrkowska 101',
  '3310 Gdańsk, al. Grunwaldzka 55',
  '4402 Rzeszów, ul. Dąbrowskiego 7',
];

/** `count` receipts, the chains in turn; the same first seed always gives the same ones. */
export function generateReceipts(count = 64, firstSeed = 1): SyntheticReceipt[] {
  return Array.from({ length: count }, (_, at) => {
    const layout = LAYOUTS[at % LAYOUTS.length] ?? LAYOUTS[0];
    return generateReceipt(firstSeed + at, layout);
  });
}

export function generateReceipt(seed: number, layout: Layout): SyntheticReceipt {
  const random = randomFrom(seed);
  const two = (from: number, to: number) => String(random.whole(from, to)).padStart(2, '0');
  const visit: Visit = {
    basket: fillBasket(random, layout.spell),
    // A year that is over everywhere: the parser takes no date from the future.
    date: `2025-${two(1, 10)}-${two(1, 28)}`,
    time: `${two(7, 21)}:${two(0, 59)}`,
    number: String(random.whole(1000, 999_999)),
    shop: random.pick(SHOPS),
    payment: random.chance(0.7) ? 'card' : 'cash',
  };
  return { seed, lines: paper(layout, visit), truth: truthOf(seed, layout, visit) };
}

function truthOf(seed: number, layout: Layout, visit: Visit): GroundTruth {
  const { basket } = visit;
  return {
    image: `synthetic-${layout.chain}-${seed}`,
    legibility: 'good',
    chain: layout.chain,
    merchant: layout.merchant,
    nip: layout.nip,
    date: visit.date,
    time: visit.time,
    receiptNumber: visit.number,
    currency: 'PLN',
    items: basket.items.map(itemTruth),
    deposits: depositTruth(basket),
    total: formatMinor(basket.due),
    vatSummary: Object.fromEntries(
      basket.taxes.map(({ letter, gross, tax }) => [
        letter,
        { gross: formatMinor(gross), tax: formatMinor(tax) },
      ]),
    ),
    paymentMethod: visit.payment,
  };
}

function itemTruth(item: BasketItem): GroundTruth['items'][number] {
  return {
    name: item.name,
    quantity: String(item.quantity / 1000),
    unit: item.good.unit,
    unitPrice: formatMinor(item.price),
    gross: formatMinor(item.gross),
    discount: formatMinor(item.discount),
    net: formatMinor(item.net),
    vat: item.good.vat,
  };
}

function depositTruth({ deposit }: Basket): GroundTruth['deposits'] {
  if (deposit === null) return [];
  return [{ name: 'KAUCJA BUTELKA PET', amount: formatMinor(deposit.amount) }];
}
