import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** One line an item with a star for the product; the discount names its rate. */
export const netto: Layout = {
  chain: 'Netto',
  merchant: 'Netto sp. z o.o.',
  nip: '8521021463',
  spell: (name) => name,
  heading: ({ shop, date, number }) => [
    centred('NETTO Sp. z o.o.'),
    centred('Motaniec 30, 73-108 Kobylanka'),
    centred(shop),
    centred('NIP 852-10-21-463'),
    row(date, `nr ${number}`),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(item.name, `${amount(item)} * ${zl(item.price)}  ${zl(item.gross)} ${item.good.vat}`),
    ...(item.discount === 0 ? [] : [row('Rabat 20%', `${zl(-item.discount)} ${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'Do zobaczenia w Netto'),
  ],
};
