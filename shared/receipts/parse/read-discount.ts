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
    label: line.trailing.before.replace(/^\W*\p{L}+\s*:?/u, '').trim() || line.trailing.before,
    vat: line.trailing.letter,
    above: state.adjacent ? (list.items.at(-1) ?? null) : null,
    percent,
    after: null,
    item: null,
  });
}
