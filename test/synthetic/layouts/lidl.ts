import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** One line for pieces; weighed goods have quantity and price below their name. */
export const lidl: Layout = {
  chain: 'Lidl',
  merchant: 'Lidl sp. z o.o. sp. k.',
  nip: '7811897358',
  spell: (name) => name,
  heading: ({ shop, date, number }) => [
    centred('LIDL sp. z o.o. sp. k.'),
    centred('Jankowice, ul. Poznańska 48'),
    centred('62-080 Tarnowo Podgórne'),
    centred(shop),
    centred('NIP 781-18-97-358'),
    row(date, number),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => {
    const sums = `${amount(item)} x ${zl(item.price)}  ${zl(item.gross)}${item.good.vat}`;
    return [
      ...(item.good.unit === 'kg' ? [row(item.name), row('', sums)] : [row(item.name, sums)]),
      ...(item.discount === 0
        ? []
        : [row('OPUST', zl(-item.discount)), row('', `${zl(item.net)}${item.good.vat}`)]),
    ];
  },
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'Dziękujemy za wizytę'),
  ],
};
