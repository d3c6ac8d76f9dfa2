import { isLikeAny, ocrSkeleton } from '#shared/language/ocr-skeleton.ts';
import words from './data/words.json' with { type: 'json' };
import type { PrintedLine } from './printed-line.ts';
import type { ListState } from './read-list.ts';

/** Adds a printed discount; one that prints only its per cent waits for the price below it. */
export function addDiscount(state: ListState, line: PrintedLine): void {
  const { list } = state;
  const found = /(?<!\d)(\d{1,2})\s?%/.exec(line.text);
  const percent = found === null ? state.percent : Number(found[1]);
  state.percent = line.trailing === null ? percent : null;
  // `RABAT 10% OD 24,90`: what it is taken of; the amount follows.
  if (line.trailing === null || /\s(?:OD|VON|OFF)$/i.test(line.trailing.before)) return;
  list.discounts.push({
    amount: line.trailing.amount,
    label: labelOf(line, line.trailing.before),
    vat: line.trailing.letter,
    above: state.adjacent ? (list.items.at(-1) ?? null) : null,
    percent,
    after: null,
    item: null,
  });
}

/**
 * What a discount is of, by its line: `Rabat` and its like name no item, however much an item's name
 * resembles them (`Rabarbar`). A line that no such word made a discount is a name and nothing else.
 */
function labelOf({ kind }: PrintedLine, before: string): string {
  if (kind === 'other') return before;
  const [first = '', ...rest] = before.trim().split(/\s+/);
  // Chains have words of their own, which lead.
  const named = isDiscountWord(first) || rest.some(isDiscountWord) ? [first, ...rest] : rest;
  return named.filter((word) => !isDiscountWord(word)).join(' ');
}

function isDiscountWord(word: string): boolean {
  return isLikeAny(ocrSkeleton(word), words.discount);
}
