import type { Basket } from './basket.ts';
import type { Visit } from './layout.ts';
import { centred, type PaperLine, row, zl } from './line.ts';

/** The taxes and the sum, which the law words alike for every till. */
export function taxTable({ taxes, sum }: Basket): PaperLine[] {
  const tax = taxes.reduce((total, row) => total + row.tax, 0);
  return [
    ...taxes.flatMap(({ letter, rate, gross, tax }) => [
      row(`SPRZEDAŻ OPODATKOWANA ${letter}`, zl(gross)),
      row(`PTU ${letter} ${rate},00%`, zl(tax)),
    ]),
    row('SUMA PTU', zl(tax)),
    row('SUMA PLN', zl(sum)),
  ];
}

/** Deposits follow the fiscal part, because they are no turnover. */
export function deposits({ deposit, due }: Basket): PaperLine[] {
  if (deposit === null) return [];
  const { count, each, amount } = deposit;
  return [row(`KAUCJA BUTELKA PET ${count} x ${zl(each)}`, zl(amount)), row('DO ZAPŁATY', zl(due))];
}

export function payment({ payment, basket }: Visit): PaperLine[] {
  if (payment === 'card') return [row('KARTA PŁATNICZA', zl(basket.due))];
  // Notes come in tens.
  const given = Math.ceil(basket.due / 1000) * 1000;
  return [row('GOTÓWKA', zl(given)), row('RESZTA', zl(given - basket.due))];
}

export function footer(visit: Visit, words: string): PaperLine[] {
  return [
    row(`${visit.number.padStart(6, '0')} #1 KASJER 12`, visit.time),
    centred(`BDK ${visit.number.padStart(6, '0')}7741`),
    centred(words),
  ];
}
