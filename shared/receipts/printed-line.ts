import { type TailAmount, tailAmount } from './amount.ts';
import { type LineKind, lineKind } from './line-kind.ts';
import { type Multiplication, readMultiplication } from './multiplication.ts';

/** One printed line with everything that can be read from it alone. */
export interface PrintedLine {
  readonly text: string;
  readonly kind: LineKind;
  readonly multiplication: Multiplication | null;
  readonly tail: TailAmount | null;
  /** 0 … 1: the lowest certainty of the words that carry digits, else 1. */
  readonly confidence: number;
}

/** Longer lines are no print of a till; the cut bounds every regular expression. */
const LONGEST = 160;

export function printedLine(text: string, confidence: number): PrintedLine {
  const cut = text
    .slice(0, LONGEST)
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/ {2,}/g, '  ')
    .trim();
  return {
    text: cut,
    kind: lineKind(cut),
    multiplication: readMultiplication(cut),
    tail: tailAmount(cut),
    confidence,
  };
}
