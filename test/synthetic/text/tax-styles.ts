import type { TaxRow } from '../basket.ts';
import { money } from './amounts.ts';
import { type Form, type PaperLine, pair } from './line.ts';

type TaxStyle = (form: Form, rows: readonly TaxRow[]) => PaperLine[];

/** The turnover of a letter, its tax, and after all letters the sum of taxes. */
function twoRows(
  turnover: (letter: string) => string,
  tax: (row: TaxRow, form: Form) => string,
  sum: string,
): TaxStyle {
  return (form, rows) => [
    ...rows.flatMap((row) => [
      ...pair(form, turnover(row.letter), money(form, row.gross)),
      ...pair(form, tax(row, form), money(form, row.tax)),
    ]),
    ...pair(form, sum, money(form, taxOf(rows))),
  ];
}

function table(heading: readonly string[], rate: (row: TaxRow, form: Form) => string): TaxStyle {
  const cells = (texts: readonly string[]) => texts.map((text) => text.padStart(7)).join(' ');
  return (form, rows) => [
    ...pair(form, '', cells(heading)),
    ...rows.flatMap((row) =>
      pair(
        form,
        rate(row, form),
        cells([row.gross - row.tax, row.tax, row.gross].map((part) => money(form, part))),
      ),
    ),
  ];
}

export const TAX_STYLES = {
  // Of the tuning set.
  'two-rows-long': twoRows(
    (letter) => `SPRZEDAŻ OPODATKOWANA ${letter}`,
    ({ letter, rate }, { point }) => `PTU ${letter} ${rate}${point}00%`,
    'SUMA PTU',
  ),
  'two-rows-quota': twoRows(
    (letter) => `Sprzed. opod. PTU ${letter}`,
    ({ letter, rate }, { point }) => `Kwota ${letter} ${rate}${point}00%`,
    'Podatek PTU',
  ),
  'german-rows': (form, rows) =>
    rows.flatMap((row) =>
      pair(
        form,
        `MwSt ${row.letter} ${row.rate},0% ${money(form, row.gross)}`,
        money(form, row.tax),
      ),
    ),
  'english-rows': (form, rows) =>
    rows.flatMap((row) =>
      pair(form, `VAT ${row.letter} ${row.rate}% ${money(form, row.gross)}`, money(form, row.tax)),
    ),
  // Of the reporting set.
  'two-rows-short': twoRows(
    (letter) => `SPRZED. OPOD. ${letter}`,
    ({ letter, rate }) => `KWOTA PTU ${letter} ${rate} %`,
    'ŁĄCZNA KWOTA PTU',
  ),
  'one-row': (form, rows) => [
    ...rows.flatMap((row) =>
      pair(
        form,
        `Sp. op. ${row.letter} ${money(form, row.gross)} PTU ${row.rate}%`,
        money(form, row.tax),
      ),
    ),
    ...pair(form, 'Suma PTU', money(form, taxOf(rows))),
  ],
  'german-table': table(
    ['Netto', 'Steuer', 'Brutto'],
    ({ letter, rate }) => `${letter}= ${rate},0%`,
  ),
  'english-table': table(['NET', 'VAT', 'GROSS'], ({ letter, rate }) => `${letter} ${rate}%`),
} as const satisfies Record<string, TaxStyle>;

export type TaxStyleName = keyof typeof TAX_STYLES;

function taxOf(rows: readonly TaxRow[]): number {
  return rows.reduce((total, { tax }) => total + tax, 0);
}
