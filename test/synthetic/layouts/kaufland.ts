import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** `1 szt. * 3,99 = 3,99 B`, on a line below the name. */
export const kaufland: Layout = {
  chain: 'Kaufland',
  merchant: 'Kaufland Polska Markety sp. z o.o. sp. j.',
  nip: '8992367273',
  spell: (name) => name,
  heading: ({ shop, date, number }) => [
    centred('KAUFLAND POLSKA MARKETY'),
    centred('Sp. z o.o. Sp. j.'),
    centred('50-541 Wrocław, al. Armii Krajowej 47'),
    centred(shop),
    centred('NIP 899-23-67-273'),
    row(date, number),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(item.name),
    row(
      '',
      `${amount(item)} ${item.good.unit === 'kg' ? 'kg' : 'szt.'} * ${zl(item.price)} = ${zl(item.gross)} ${item.good.vat}`,
    ),
    ...(item.discount === 0 ? [] : [row('  Rabat', `${zl(-item.discount)} ${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'Dziękujemy za zakupy'),
  ],
};
