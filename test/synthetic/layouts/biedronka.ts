import { deposits, footer, payment, taxTable } from '../fiscal.ts';
import type { Layout } from '../layout.ts';
import { amount, centred, row, zl } from '../line.ts';

/** One line an item, letter before the count; the price after a discount on a line of its own. */
export const biedronka: Layout = {
  chain: 'Biedronka',
  merchant: 'Jeronimo Martins Polska S.A.',
  nip: '7791011327',
  spell: (name) => name,
  heading: ({ shop, date, number }) => [
    centred(`Sklep ${shop}`),
    centred('JERONIMO MARTINS POLSKA S.A.'),
    centred('62-025 KOSTRZYN, UL. ŻNIWNA 5'),
    centred('NIP 7791011327'),
    row(date, `nr wydr. ${number}`),
    centred('PARAGON FISKALNY'),
  ],
  item: (item) => [
    row(
      `${item.name} ${item.good.vat}`,
      `${amount(item)} x ${zl(item.price)}  ${zl(item.gross)}${item.good.vat}`,
    ),
    ...(item.discount === 0
      ? []
      : [row('OPUST', zl(-item.discount)), row('', `${zl(item.net)}${item.good.vat}`)]),
  ],
  closing: (visit) => [
    ...taxTable(visit.basket),
    ...deposits(visit.basket),
    ...payment(visit),
    ...footer(visit, 'Dziękujemy za zakupy. Codziennie niskie ceny'),
  ],
};
