import { createCanvas, PDFDocument } from '@napi-rs/canvas';
import { familyOf } from '../fonts.ts';
import type { Print } from '../photo/photograph.ts';
import type { Random } from '../random.ts';
import { writeLines } from './write-lines.ts';

/** A4 in points. */
const PAGE = { width: 595, height: 842 };

/** An e-receipt with its text, on one page or torn over two as printing to PDF does. */
export function pdfReceipt({ lines, form, font }: Print, pages: 1 | 2, random: Random): Buffer {
  // Skia embeds a typeface that a canvas has used.
  createCanvas(1, 1).getContext('2d').font = `10px "${familyOf(font)}"`;
  const leading = Math.min(15, 720 / (lines.length * 1.15));
  const tear = Math.round(lines.length * random.between(0.4, 0.65));
  const parts = pages === 1 ? [lines] : [lines.slice(0, tear), lines.slice(tear)];
  const document = new PDFDocument();
  for (const [at, part] of parts.entries()) {
    const context = document.beginPage(PAGE.width, PAGE.height);
    context.fillStyle = '#000000';
    writeLines(context, part, form, { left: 140, top: 50, width: 315, leading, font });
    context.font = `8px "${familyOf(font)}"`;
    if (pages === 2) context.fillText(`Strona ${at + 1} z 2`, 500, 815);
    document.endPage();
  }
  return document.close();
}
