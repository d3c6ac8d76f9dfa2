import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** One line an item; weighed goods print `kg`; the date stands day first. */
export const dino: Layout = {
  chain: 'Dino',
  merchant: 'Dino Polska S.A.',
  nip: '6211766191',
  spell: (name) => name.toUpperCase(),
  heading: ({ shop, date, number }) => [
    centred('DINO POLSKA S.A.'),
    centred('63-700 KROTOSZYN, UL. OSTROWSKA 122'),
    centred(`MARKET DINO ${shop}`),
    centred('NIP 621-17-66-191'),
    row(date.split('-').reverse().join('-'), number),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(
      item.name,
      `${amount(item)}${item.good.unit === 'kg' ? ' kg' : ''} x ${zl(item.price)}  ${zl(item.gross)}${item.good.vat}`,
    ),
    ...(item.discount === 0
      ? []
      : [row('OPUST', zl(-item.discount)), row('', `${zl(item.net)}${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'NAJBLIŻEJ CIEBIE'),
  ],
};
