import type { Locale } from './export-words.ts';

type Words = Readonly<Record<Locale, string>>;

interface Column {
  readonly heading: Words;
  readonly kind: 'text' | 'number';
}

/** A table for a spreadsheet; its rows have their values in the order of the columns. */
export interface Spreadsheet {
  readonly rowsOf: 'receiptLines' | 'lots' | 'bookings';
  readonly file: Words;
  readonly columns: readonly Column[];
}

const text = (pl: string, en: string): Column => ({ heading: { pl, en }, kind: 'text' });
const number = (pl: string, en: string): Column => ({ heading: { pl, en }, kind: 'number' });

export const SPREADSHEETS: readonly Spreadsheet[] = [
  {
    rowsOf: 'receiptLines',
    file: { pl: 'paragony.csv', en: 'receipts.csv' },
    columns: [
      text('data', 'date'),
      text('godzina', 'time'),
      text('sklep', 'shop'),
      text('numer paragonu', 'receipt number'),
      number('pozycja', 'line'),
      text('nazwa', 'name'),
      text('produkt', 'product'),
      text('kategoria', 'category'),
      number('ilość', 'quantity'),
      text('jednostka', 'unit'),
      number('cena jednostkowa', 'unit price'),
      number('rabat', 'discount'),
      number('wartość', 'amount'),
      text('waluta', 'currency'),
      text('VAT', 'VAT'),
    ],
  },
  {
    rowsOf: 'lots',
    file: { pl: 'spiżarnia.csv', en: 'pantry.csv' },
    columns: [
      text('produkt', 'product'),
      text('kategoria', 'category'),
      number('ilość', 'quantity'),
      text('jednostka', 'unit'),
      text('miejsce', 'place'),
      text('termin', 'expires'),
      text('rodzaj terminu', 'kind of date'),
      text('otwarte', 'opened'),
      text('dodane', 'added'),
    ],
  },
  {
    rowsOf: 'bookings',
    file: { pl: 'zmiany w spiżarni.csv', en: 'pantry changes.csv' },
    columns: [
      text('kiedy', 'when'),
      text('produkt', 'product'),
      text('co', 'what'),
      number('zmiana', 'change'),
      text('jednostka', 'unit'),
      text('powód', 'reason'),
    ],
  },
];
