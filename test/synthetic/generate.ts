import { formatMinor } from '#shared/money/money.ts';
import { type Basket, fillBasket } from './basket.ts';
import type { GroundTruth } from './ground-truth.ts';
import { randomFrom } from './random.ts';
import type { ReceiptSet } from './sets.ts';
import { type Shop, spelling } from './shop.ts';
import type { PaperLine } from './text/line.ts';
import { paper, printedName, type Visit } from './text/paper.ts';

export interface SyntheticReceipt {
  readonly seed: number;
  readonly shop: Shop;
  readonly lines: readonly PaperLine[];
  readonly truth: GroundTruth;
}

const CURRENCIES = { pl: 'PLN', de: 'EUR', en: 'GBP' } as const;

/** `count` receipts of a set, its shops in turn; always the same ones. */
export function generateReceipts(set: ReceiptSet, count: number): SyntheticReceipt[] {
  const { shops } = set.shops;
  return Array.from({ length: count }, (_, at) => {
    const shop = shops[at % shops.length];
    if (shop === undefined) throw new Error(`the set ${set.name} has no shops`);
    return generateReceipt(set, shop, set.firstSeed + at);
  });
}

export function generateReceipt(set: ReceiptSet, shop: Shop, seed: number): SyntheticReceipt {
  const random = randomFrom(seed);
  const { goods, country } = shop;
  const two = (from: number, to: number) => String(random.whole(from, to)).padStart(2, '0');
  const [first = '', ...others] = set.shops.addresses;
  const visit: Visit = {
    basket: fillBasket(random, { goods: set.goods[goods], country, spell: spelling(shop) }),
    // A year that is over everywhere: the parser takes no date from the future.
    date: `2025-${two(1, 10)}-${two(1, 28)}`,
    time: `${two(7, 21)}:${two(0, 59)}`,
    number: String(random.whole(1000, 999_999)),
    counter: String(random.whole(17, 9999)).padStart(6, '0'),
    address: random.pick([first, ...others]),
    payment: random.chance(0.7) ? 'card' : 'cash',
  };
  const lines = paper(shop, set.shops.words, visit);
  return { seed, shop, lines, truth: truthOf(`${set.name}-${seed}`, shop, visit) };
}

function truthOf(image: string, shop: Shop, visit: Visit): GroundTruth {
  const { basket } = visit;
  return {
    image,
    legibility: 'good',
    chain: shop.chain,
    merchant: shop.merchant,
    nip: shop.nip,
    date: visit.date,
    time: visit.time,
    receiptNumber: visit.number,
    receiptNumberAlso: [visit.counter],
    currency: CURRENCIES[shop.country],
    items: basket.items.map((item, at) => ({
      name: printedName(shop, item, at + 1),
      nameCore: item.name,
      quantity: String(item.quantity / 1000),
      unit: item.good.unit,
      unitPrice: formatMinor(item.price),
      gross: formatMinor(item.gross),
      discount: formatMinor(item.discount),
      net: formatMinor(item.net),
      vat: item.good.vat,
      products: item.good.products,
    })),
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

function depositTruth({ deposit }: Basket): GroundTruth['deposits'] {
  return deposit === null
    ? []
    : [{ name: 'KAUCJA BUTELKA PET', amount: formatMinor(deposit.amount) }];
}
