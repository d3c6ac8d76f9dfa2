import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Font, familyOf } from '../fonts.ts';
import { columnsOf, type Form, type PaperLine } from '../text/line.ts';

/** Where lines go on a page, in its units. */
export interface Column {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Height of a line. */
  readonly leading: number;
  readonly font: Font;
}

/** Writes lines below one another, as an app shows a receipt. */
export function writeLines(
  context: Pick<SKRSContext2D, 'font' | 'measureText' | 'fillText'>,
  lines: readonly PaperLine[],
  form: Form,
  { left, top, width, leading, font }: Column,
): void {
  const family = familyOf(font);
  // As large as the line is high, unless a full line of figures would be too wide.
  context.font = `${leading}px "${family}"`;
  const full = context.measureText('0').width * form.columns;
  const usual = leading * Math.min(0.8, (0.98 * width) / full);
  let y = top;
  for (const line of lines) {
    const larger = columnsOf(form, line.size) < form.columns;
    y += larger ? leading * 1.3 : leading;
    context.font = `${larger ? usual * 1.25 : usual}px "${family}"`;
    const wide = (text: string) => context.measureText(text).width;
    context.fillText(line.left, left, y);
    context.fillText(line.right, left + width - wide(line.right), y);
    context.fillText(line.centre, left + (width - wide(line.centre)) / 2, y);
  }
}
