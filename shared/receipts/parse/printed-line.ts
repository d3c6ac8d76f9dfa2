import { upperAscii } from '#shared/language/ocr-skeleton.ts';
import type { LineKeywords } from '#shared/receipts/chains/chain.ts';
import { closingAmount, listAmount, type TrailingAmount } from '#shared/receipts/fields/amount.ts';
import { itemName } from '#shared/receipts/fields/item-name.ts';
import { restoreUnits } from '#shared/receipts/fields/misread-units.ts';
import {
  isCertain,
  type Multiplication,
  readMultiplication,
} from '#shared/receipts/fields/multiplication.ts';
import words from './data/words.json' with { type: 'json' };
import { type LineKind, lineKind } from './line-kind.ts';

/** One printed line with everything that can be read from it alone. */
export interface PrintedLine {
  readonly text: string;
  /** Position in the reading, from 0. */
  readonly at: number;
  readonly kind: LineKind;
  readonly multiplication: Multiplication | null;
  readonly trailing: TrailingAmount | null;
  /** 0 … 1: the lowest certainty of the words that carry digits, else 1. */
  readonly confidence: number;
}

/** Longer lines are no print of a till; the cut bounds every regular expression. */
const MAX_LINE_LENGTH = 160;
/** Words of these kinds name items too (`BAR MLECZNY`, `KARTA PODARUNKOWA`, `TOTAL 0%`). */
const MAY_NAME_ITEM: ReadonlySet<LineKind> = new Set([
  'sum',
  'due',
  'change',
  'cash',
  'card',
  'other-payment',
  'discount',
  'discount-sum',
  'adjustment',
  'noise',
  'heading',
]);

/** `2 x 3,49 zł/szt 6,98C`: what the price is for adds nothing, and is no name when misread. */
const PER_UNIT = /(?<![\p{L}\d])z[łltI1i]\s?\/\s?(?:szt|5zt|s2t|kg|l|opak)\.?(?!\p{L})/giu;

export function printedLine(
  text: string,
  at: number,
  confidence: number,
  chain: LineKeywords = {},
): PrintedLine {
  const cut = withDigits(
    restoreUnits(text.slice(0, MAX_LINE_LENGTH))
      .replace(/[\t\u00a0]/g, ' ')
      // `S U M A  P L N  7 4 , 4 5`: wide print with a space after each letter.
      .replace(/^(?:\S ){5,60}\S?$|(?<!\S)(?:\S ){3,60}\S(?!\S)/g, (spaced) =>
        isWide(text) ? spaced.replace(/ /g, '') : spaced,
      )
      // `2.499,00`
      .replace(/(?<![\d.,])(\d{1,3})\.(\d{3},\d\d)(?!\d)/g, '$1$2')
      // `2. 29`
      .replace(/(?<=\d[.,])\s(?=\d\d(?![\d:.]))/g, '')
      .replace(PER_UNIT, ' ')
      .replace(/ {3,}/g, '  ')
      .trim(),
  );
  const multiplication = readMultiplication(cut);
  const kind = lineKind(cut, chain);
  const trailing = FULL_DATE.test(cut)
    ? null
    : ENDS_IN_AMOUNT.has(kind)
      ? closingAmount(cut)
      : listAmount(cut);
  // Only items have a quantity, a price and their product on one line with a PTU letter.
  const sold = isCertain(multiplication) && multiplication?.value?.letter != null;
  const isItem = sold && !multiplication.value?.negative && MAY_NAME_ITEM.has(kind);
  return { text: cut, at, kind: isItem ? 'other' : kind, multiplication, trailing, confidence };
}

/** `2024.03.17` has the form of an amount. */
const FULL_DATE = /(?<!\d)(?:20\d\d[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]20\d\d)(?!\d)/;

/** Lines that begin with their kind and end in an amount. */
const ENDS_IN_AMOUNT: ReadonlySet<LineKind> = new Set([
  'sum',
  'due',
  'subtotal',
  'change',
  'discount',
  'discount-sum',
]);

/** Whether most of a line are single letters. */
function isWide(text: string): boolean {
  const tokens = text.trim().split(/\s+/).slice(0, 80);
  return (
    tokens.length > 6 && tokens.filter((token) => token.length === 1).length > 0.7 * tokens.length
  );
}

/** The name a priced line begins with; empty when it begins with none. */
export function nameBefore(line: PrintedLine): string {
  const { multiplication, trailing } = line;
  const before = itemName(multiplication?.before ?? trailing?.before ?? '');
  // `2 @ 0.95 BREAD 1.90`
  const name = before === '' ? itemName(multiplication?.value?.before ?? '') : before;
  return /\p{L}{2}/u.test(name) && !isFiller(name) ? name : '';
}

/** `Ilość 2 szt.`, `cena`, `zł/kg`: words of the sum, not of the item. */
function isFiller(name: string): boolean {
  return upperAscii(name)
    .split(/[^A-Z]+/)
    .every((word) => word.length < 2 || FILLERS.has(word));
}

const FILLERS: ReadonlySet<string> = new Set(words.besideSums);

const LOOKS_LIKE_AMOUNT =
  /(?<![^\s=*x×-])[\dOoIl|SBZ]{1,4}[.,][\dOoIl|SBZ][\dOoI|SZ](?=[A-G]?(?:\s|$))/g;
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};

/** `l,O9` stands where an amount stands and has its form: letters that look like digits are digits. */
function withDigits(text: string): string {
  return text.replace(LOOKS_LIKE_AMOUNT, (amount) =>
    /\d/.test(amount)
      ? amount.replace(/[OoIl|SBZ]/g, (letter) => DIGITS[letter] ?? letter)
      : amount,
  );
}
