import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** Capitals without Polish letters, as older tills print; the letter stands in the name. */
export const zabka: Layout = {
  chain: 'Żabka',
  merchant: 'Żabka Polska sp. z o.o.',
  nip: '5223071241',
  spell: (name) => name.toUpperCase().replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, ''),
  heading: ({ shop, date, number }) => [
    centred('SKLEP "ŻABKA" Z0209'),
    centred('ŻABKA POLSKA SP. Z O.O.'),
    centred(shop),
    centred('NIP: 522-30-71-241'),
    row(date, `W${number}`),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(
      `${item.name} ${item.good.vat}`,
      `${amount(item)}x${zl(item.price)}  ${zl(item.gross)}${item.good.vat}`,
    ),
    ...(item.discount === 0 ? [] : [row('RABAT', `${zl(-item.discount)}${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'ZAPRASZAMY PONOWNIE'),
  ],
};
