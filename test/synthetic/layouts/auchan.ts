import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** Two lines an item: the name, then count, price and value. */
export const auchan: Layout = {
  chain: 'Auchan',
  merchant: 'Auchan Polska sp. z o.o.',
  nip: '5260309174',
  spell: (name) => name.toUpperCase(),
  heading: ({ shop, date, number }) => [
    centred('AUCHAN POLSKA SP. Z O.O.'),
    centred('05-500 PIASECZNO, UL. PUŁAWSKA 46'),
    centred(shop),
    centred('NIP 526-03-09-174'),
    row(date, number),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(item.name),
    row(
      `  ${amount(item)} ${item.good.unit === 'kg' ? 'kg' : 'szt.'} x ${zl(item.price)}`,
      `${zl(item.gross)}${item.good.vat}`,
    ),
    ...(item.discount === 0 ? [] : [row('  RABAT', `${zl(-item.discount)}${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'DZIĘKUJEMY I ZAPRASZAMY'),
  ],
};
