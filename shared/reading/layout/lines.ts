import { median } from '#shared/reading/geometry/median.ts';
import type { TextLine, Word } from '#shared/reading/model/reading.ts';

/**
 * Puts words into printed lines by where they stand, from top to bottom. An engine's own order
 * follows its idea of columns, which tears prices from their items.
 */
export function linesFromWords(words: readonly Word[]): TextLine[] {
  const slope = slopeOf(words);
  const rows: { words: Word[]; middle: number }[] = [];
  const placed = words
    .filter(({ text }) => text.trim() !== '')
    .map((word) => ({ word, middle: middleOf(word) - slope * word.box.x0 }))
    .sort((a, b) => a.middle - b.middle);
  const height = median(words.map(({ box }) => box.y1 - box.y0));
  for (const { word, middle } of placed) {
    const row = rows.at(-1);
    // Half a letter apart is another line: receipts are set solid.
    if (row !== undefined && middle - row.middle < height * 0.5) {
      row.words.push(word);
      row.middle += (middle - row.middle) / row.words.length;
    } else rows.push({ words: [word], middle });
  }
  return rows.map(({ words: row }) => lineOf(row));
}

function lineOf(words: Word[]): TextLine {
  const sorted = [...words].sort((a, b) => a.box.x0 - b.box.x0);
  return { text: sorted.map(({ text }) => text).join(' '), words: sorted };
}

function middleOf({ box }: Word): number {
  return (box.y0 + box.y1) / 2;
}

/**
 * How much lines fall from left to right (pixels a pixel): the median over pairs of neighbouring
 * words. A page that is turned by a degree would otherwise mix lines at its right edge.
 */
function slopeOf(words: readonly Word[]): number {
  const slopes: number[] = [];
  for (let at = 1; at < words.length; at++) {
    const [left, right] = [words[at - 1], words[at]];
    if (left === undefined || right === undefined) continue;
    const run = right.box.x0 - left.box.x0;
    const rise = middleOf(right) - middleOf(left);
    if (run > 20 && Math.abs(rise) < run * 0.1) slopes.push(rise / run);
  }
  return slopes.length < 8 ? 0 : median(slopes);
}
