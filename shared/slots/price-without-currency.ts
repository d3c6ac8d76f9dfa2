import type { Rational } from '#shared/quantities/rational.ts';
import { type Read, readNumber } from '#shared/quantities/read-number.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/money-words.json' with { type: 'json' };

const PAYING = new Set(words.paying);
/** Right before a price: `po 7,99`, `for 7.99`. */
const BEFORE_PRICE = new Set(words.beforePrice);
const PAYING_REACH = 4;
/** How far a verb reaches to a price said in words: `podrożał z ośmiu złotych na dziewięć czterdzieści`. */
const SPOKEN_REACH = 8;
const MIN_NAME = 3;

/** `po 7,99`, `kosztowało 7,99`: two decimals and no unit. */
export function isPrice(all: readonly Token[], at: number, next: number): boolean {
  if (!/^\d+[.,]\d\d$/.test(all[at]?.text ?? '') || next !== at + 1) return false;
  const unit = all[next]?.text ?? '';
  if (unit === '%' || (unitOfWord(unit) !== undefined && unitOfWord(unit)?.kind !== 'count'))
    return false;
  return BEFORE_PRICE.has(all[at - 1]?.text ?? '') || isPaid(all, at) || isListed(all, at);
}

/** `chleb 4,99, masło 7,49`: a price behind a word, and nothing that it could be of. */
function isListed(all: readonly Token[], at: number): boolean {
  const [before, after] = [all[at - 1], all[at + 1]];
  const named = before?.kind === 'word' && before.text.length >= MIN_NAME;
  return named && (after === undefined || after.text === ',' || after.text === ';');
}

/** Whether something is paid right before. */
export function isPaid(all: readonly Token[], at: number, reach = PAYING_REACH): boolean {
  return all.slice(Math.max(0, at - reach), at).some(({ text }) => PAYING.has(text));
}

/** `eleven ninety-nine`, `cztery dwadzieścia`: two numbers in words, where something is paid. */
export function isSpokenPrice(
  all: readonly Token[],
  at: number,
  whole: Read<Rational>,
  told: boolean,
): boolean {
  const second = all[whole.next]?.text === '-' ? whole.next + 1 : whole.next;
  const rest = readNumber(all, second);
  const inWords = all[at]?.kind === 'word' && all[second]?.kind === 'word';
  if (!inWords || rest === undefined || rest.value.d !== 1n || whole.value.d !== 1n) return false;
  if (rest.value.n < 10n || rest.value.n > 99n || whole.value.n > 99n) return false;
  const behind = all[rest.next]?.text ?? '';
  return unitOfWord(behind) === undefined && (told || isPaid(all, at, SPOKEN_REACH));
}
