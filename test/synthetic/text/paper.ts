import type { Basket, BasketItem } from '../basket.ts';
import type { Shop, Shops } from '../shop.ts';
import { money } from './amounts.ts';
import { itemStyle } from './item-styles.ts';
import { type Form, type PaperLine, pair } from './line.ts';
import { TAX_STYLES } from './tax-styles.ts';
import { printTemplate } from './template.ts';

/** What is printed around the goods. */
export interface Visit {
  readonly basket: Basket;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  /** Printed at the head, which distinguishes a receipt from others of the day. */
  readonly number: string;
  /** The till's own count, six digits. */
  readonly counter: string;
  readonly address: string;
  readonly payment: 'card' | 'cash';
}

/** The whole receipt, line by line. */
export function paper(shop: Shop, words: Shops['words'], visit: Visit): PaperLine[] {
  const fields = fieldsOf(visit);
  const { items, taxes, sum } = visit.basket;
  const late = shop.discount.how === 'last' ? items : [];
  return [
    ...shop.head.flatMap((line) => printTemplate(shop, line, fields)),
    ...items.flatMap((item, at) => itemLines(shop, item, at + 1)),
    ...late.flatMap((item) => discountLines(shop, item)),
    ...TAX_STYLES[shop.taxes](shop, taxes),
    ...printTemplate(shop, `${shop.sum}|${money(shop, sum)}`, fields),
    ...depositLines(shop, words[shop.country], visit.basket),
    ...paymentLines(shop, words[shop.country], visit),
    ...shop.foot.flatMap((line) => printTemplate(shop, line, fields)),
  ];
}

/** The name of an item as it stands on paper, with letters or ordinals glued to it. */
export function printedName(shop: Shop, item: BasketItem, ordinal: number): string {
  return itemStyle(shop.item).name?.(item, ordinal) ?? item.name;
}

function itemLines(shop: Shop, item: BasketItem, ordinal: number): PaperLine[] {
  return [
    ...itemStyle(shop.item).lines(shop, item, printedName(shop, item, ordinal)),
    ...(shop.discount.how === 'last' ? [] : discountLines(shop, item)),
  ];
}

function discountLines(shop: Shop, item: BasketItem): PaperLine[] {
  if (item.discount === 0) return [];
  const { word, how } = shop.discount;
  const off = money(shop, -item.discount);
  const { vat } = item.good;
  if (how === 'below') return pair(shop, word, `${off}${vat}`);
  if (how === 'below-net') {
    return [...pair(shop, word, off), ...pair(shop, '', `${money(shop, item.net)}${vat}`)];
  }
  return pair(shop, `${how === 'last' ? '  ' : ''}${word} ${item.name}`, `${off}${vat}`);
}

/** Deposits follow the fiscal part, because they are no turnover. */
function depositLines(
  form: Form,
  words: Shops['words']['pl'],
  { deposit, due }: Basket,
): PaperLine[] {
  if (deposit === null) return [];
  const fields = {
    count: String(deposit.count),
    each: money(form, deposit.each),
    amount: money(form, deposit.amount),
  };
  return [
    ...printTemplate(form, words.deposit, fields),
    ...pair(form, words.due, money(form, due)),
  ];
}

function paymentLines(form: Form, words: Shops['words']['pl'], visit: Visit): PaperLine[] {
  const { due } = visit.basket;
  if (visit.payment === 'card') return pair(form, words.card, money(form, due));
  // Notes come in tens.
  const given = Math.ceil(due / 1000) * 1000;
  return [
    ...pair(form, words.cash, money(form, given)),
    ...pair(form, words.change, money(form, given - due)),
  ];
}

function fieldsOf({ date, time, number, counter, address }: Visit): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'];
  return {
    ymd: date,
    dmy: `${day}-${month}-${year}`,
    dots: `${day}.${month}.${year}`,
    slash: `${day}/${month}/${year}`,
    words: `${Number(day)} ${months[Number(month) - 1]} ${year}`,
    time,
    number,
    counter,
    shop: address,
  };
}
