import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** Capitals, one line for an item, `szt` after the count. */
export const carrefour: Layout = {
  chain: 'Carrefour',
  merchant: 'Carrefour Polska sp. z o.o.',
  nip: '9370008168',
  spell: (name) => name.toUpperCase(),
  heading: ({ shop, date, number }) => [
    centred('CARREFOUR POLSKA SP. Z O.O.'),
    centred('03-734 WARSZAWA, UL. TARGOWA 72'),
    centred(shop),
    centred('NIP 9370008168'),
    row(date, number),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(
      item.name,
      `${amount(item)} ${item.good.unit} x${zl(item.price)}  ${zl(item.gross)}${item.good.vat}`,
    ),
    ...(item.discount === 0 ? [] : [row('OPUST', `${zl(-item.discount)}${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'DZIĘKUJEMY ZA ZAKUPY'),
  ],
};
