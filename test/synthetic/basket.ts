import { BAG, GOODS, type Good, type Letter, RATES } from './goods.ts';
import type { Random } from './random.ts';

/** One line of goods; all amounts in grosze, `quantity` in thousandths of the unit. */
export interface BasketItem {
  readonly good: Good;
  readonly name: string;
  readonly quantity: number;
  readonly price: number;
  readonly gross: number;
  /** Positive. */
  readonly discount: number;
  readonly net: number;
}

export interface BasketDeposit {
  readonly count: number;
  readonly each: number;
  readonly amount: number;
}

export interface TaxRow {
  readonly letter: Letter;
  readonly rate: number;
  readonly gross: number;
  readonly tax: number;
}

export interface Basket {
  readonly items: readonly BasketItem[];
  readonly deposit: BasketDeposit | null;
  readonly taxes: readonly TaxRow[];
  /** SUMA: what the goods cost. */
  readonly sum: number;
  /** With the deposits, which are no turnover (art. 29a ust. 11 ustawy o VAT). */
  readonly due: number;
}

/** 3 … 12 different goods with their discounts, deposits and taxes; always true to the grosz. */
export function fillBasket(random: Random, spell: (name: string) => string): Basket {
  const chosen = new Set<Good>();
  const count = random.whole(3, 12);
  while (chosen.size < count) chosen.add(random.pick(GOODS));
  if (random.chance(0.25)) {
    const [first] = chosen;
    if (chosen.size === 12 && first !== undefined) chosen.delete(first);
    chosen.add(BAG);
  }
  const items = [...chosen].map((good) => buy(good, random, spell));
  const sum = items.reduce((total, { net }) => total + net, 0);
  const deposit = depositOf(items);
  return { items, deposit, taxes: taxesOf(items), sum, due: sum + (deposit?.amount ?? 0) };
}

function buy(good: Good, random: Random, spell: (name: string) => string): BasketItem {
  const price = good === BAG ? good.price : good.price + random.whole(-3, 8) * 10;
  const pieces = random.chance(0.3) ? random.whole(2, 5) : 1;
  const quantity = good.unit === 'kg' ? random.whole(180, 1850) : pieces * 1000;
  const gross = Math.round((quantity * price) / 1000);
  const discount = good !== BAG && random.chance(0.22) ? Math.max(1, Math.round(gross * 0.2)) : 0;
  return { good, name: spell(good.name), quantity, price, gross, discount, net: gross - discount };
}

/** 50 gr for a plastic bottle or a can (since October 2025). */
function depositOf(items: readonly BasketItem[]): BasketDeposit | null {
  const count = items
    .filter(({ good }) => good.deposit)
    .reduce((total, { quantity }) => total + quantity / 1000, 0);
  return count === 0 ? null : { count, each: 50, amount: count * 50 };
}

/** Tax inside a gross turnover: gross × rate ÷ (100 + rate), to the grosz. */
function taxesOf(items: readonly BasketItem[]): TaxRow[] {
  const letters: Letter[] = ['A', 'B', 'C'];
  return letters.flatMap((letter) => {
    const rate = RATES[letter];
    const gross = items
      .filter(({ good }) => good.vat === letter)
      .reduce((total, { net }) => total + net, 0);
    return gross === 0
      ? []
      : [{ letter, rate, gross, tax: Math.round((gross * rate) / (100 + rate)) }];
  });
}
