import { vatLetter } from '#shared/receipts/fields/amount.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';

/** `MLEKO UHT C  2 x 3,49`: the column of letters stands between name and quantity. */
export function splitColumnLetter(item: DraftItem): void {
  const letter = /^.*\S\s([A-G])$/.exec(item.name)?.[1];
  if (letter === undefined) return;
  if (item.vat !== null && item.vat !== letter && !item.vatFromDigit) return;
  item.vat = vatLetter(letter);
  item.vatFromDigit = false;
  item.name = item.name.slice(0, -2).trimEnd();
}

/** Takes letters of a column that only the whole list shows off the names. */
export function splitColumnLetters(items: readonly DraftItem[]): void {
  splitLettersBeforeNames(items);
  splitMisreadLetters(items);
}

/**
 * `C KEFIR  2x3,29 6,58`: where every name begins with a letter of the table, it is its own. One line
 * alone must print the same letter after its value.
 */
function splitLettersBeforeNames(items: readonly DraftItem[]): void {
  const letters = items.map(({ name, vat }) => {
    const letter = /^([A-G])\s/.exec(name)?.[1];
    return vat === null || vat === letter ? letter : undefined;
  });
  const isPrintedAgain = items.some(({ vat }) => vat !== null);
  if ((items.length < 2 && !isPrintedAgain) || letters.includes(undefined)) return;
  for (const [at, item] of items.entries()) {
    item.vat = vatLetter(letters[at]);
    item.name = item.name.slice(2).trimStart();
  }
}

/** `Ciabatta 80 g e`: one small letter behind several names is a letter of the column misread. */
function splitMisreadLetters(items: readonly DraftItem[]): void {
  const last = (item: DraftItem) =>
    item.vat === null ? /\S\s(\p{Ll})$/u.exec(item.name)?.[1] : null;
  for (const [letter, alike] of Map.groupBy(items, last)) {
    if (letter == null || alike.length < 2) continue;
    for (const item of alike) item.name = item.name.slice(0, -1).trimEnd();
  }
}
