/** A cell: text as somebody wrote it, or a number as Postgres writes it. */
export type Cell = { readonly text: string | null } | { readonly number: string | null };

/** Spreadsheets take a text that begins so for a formula, full-width signs included. */
const FORMULA_SIGNS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/**
 * A line of CSV (RFC 4180). Text that a spreadsheet would run begins with an apostrophe, which it shows and
 * does not run; numbers stay numbers, negative ones too.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if ('number' in cell) return cell.number ?? '';
  if (cell.text === null || cell.text === '') return '';
  const isFormula = FORMULA_SIGNS.some((sign) => cell.text?.startsWith(sign));
  const text = isFormula ? `'${cell.text}` : cell.text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** What Excel recognises UTF-8 by. */
export const BYTE_ORDER_MARK = '\uFEFF';
