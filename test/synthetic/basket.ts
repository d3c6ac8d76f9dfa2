import { type Country, type Good, LETTERS, type Letter, RATES } from './goods.ts';
import type { Random } from './random.ts';

/** One line of goods; all amounts in the smallest coin, `quantity` in thousandths of the unit. */
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

interface Shelf {
  readonly goods: readonly Good[];
  readonly country: Country;
  /** The shop's way of spelling a name. */
  spell(name: string): string;
}

/** 3 … 12 different goods (one shop in eight has a long list of 16 … 22); true to the grosz. */
export function fillBasket(random: Random, shelf: Shelf): Basket {
  const wanted = random.chance(0.12) ? random.whole(16, 22) : random.whole(3, 12);
  const left = [...shelf.goods];
  const items: BasketItem[] = [];
  while (items.length < wanted && left.length > 0) {
    const [good] = left.splice(random.whole(0, left.length - 1), 1);
    if (good !== undefined) items.push(buy(good, random, shelf));
  }
  const sum = items.reduce((total, { net }) => total + net, 0);
  const deposit = depositOf(items);
  const taxes = taxesOf(items, shelf.country);
  return { items, deposit, taxes, sum, due: sum + (deposit?.amount ?? 0) };
}

function buy(good: Good, random: Random, shelf: Shelf): BasketItem {
  const price = Math.max(10, good.price + random.whole(-3, 8) * 10);
  const pieces = random.chance(0.3) ? random.whole(2, 5) : 1;
  const quantity = good.unit === 'kg' ? random.whole(180, 1850) : pieces * 1000;
  const gross = Math.round((quantity * price) / 1000);
  const discount = random.chance(0.2) ? Math.max(1, Math.round(gross * 0.2)) : 0;
  const name = shelf.spell(good.name);
  return { good, name, quantity, price, gross, discount, net: gross - discount };
}

/** 50 gr for a plastic bottle or a can (since October 2025). */
function depositOf(items: readonly BasketItem[]): BasketDeposit | null {
  const count = items
    .filter(({ good }) => good.deposit)
    .reduce((total, { quantity }) => total + quantity / 1000, 0);
  return count === 0 ? null : { count, each: 50, amount: count * 50 };
}

/** Tax inside a gross turnover: gross × rate ÷ (100 + rate), to the grosz. */
function taxesOf(items: readonly BasketItem[], country: Country): TaxRow[] {
  return LETTERS.flatMap((letter) => {
    const rate = RATES[country][letter];
    const gross = items
      .filter(({ good }) => good.vat === letter)
      .reduce((total, { net }) => total + net, 0);
    return gross === 0
      ? []
      : [{ letter, rate, gross, tax: Math.round((gross * rate) / (100 + rate)) }];
  });
}
