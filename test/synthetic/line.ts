import type { BasketItem } from './basket.ts';

/** A line on paper: one text in the middle, or one at the left edge and one at the right. */
export interface PaperLine {
  readonly left: string;
  readonly right: string;
  readonly centre: string;
}

export function row(left: string, right = ''): PaperLine {
  return { left, right, centre: '' };
}

export function centred(centre: string): PaperLine {
  return { left: '', right: '', centre };
}

/** `1249` → `12,49`; `-5` → `-0,05`. */
export function zl(grosze: number): string {
  const digits = String(Math.abs(grosze)).padStart(3, '0');
  return `${grosze < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}

/** A count without, a weight with its three decimals: `2`, `0,476`. */
export function amount({ good, quantity }: BasketItem): string {
  if (good.unit === 'szt') return String(quantity / 1000);
  const digits = String(quantity).padStart(4, '0');
  return `${digits.slice(0, -3)},${digits.slice(-3)}`;
}

/** The text of a paper, as a PDF's own text would read: columns apart by spaces. */
export function textOfPaper(lines: readonly PaperLine[]): string {
  return lines
    .map(({ left, right, centre }) => (centre !== '' ? centre : `${left}   ${right}`.trimEnd()))
    .join('\n');
}
