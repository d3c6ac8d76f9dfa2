import type { Language } from '#shared/language/lemma.ts';
import type { Amount } from './convert.ts';
import words from './data/amount-words.json' with { type: 'json' };
import { add, exactly, ONE } from './rational.ts';
import { type ReadAmount, readAmount } from './read-amount.ts';
import { type Token, tokens } from './tokens.ts';
import { unitOfWord } from './unit.ts';

/** An amount somewhere in a text. */
export interface FoundAmount {
  readonly amount: Amount;
  /** False for a bare number, which counts pieces only where something to count stands beside it. */
  readonly hasUnit: boolean;
  readonly at: number;
  readonly end: number;
}

/** Nobody says more at once. */
const MAX_LENGTH = 2000;
/** What counts something else: `4 osoby`, `30 minut`, `2%`. */
const NOT_AMOUNTS = new Set(words.notAmounts);
/** Where the container says how a thing is sold or kept: `z puszki`, `zł za kilogram`. */
const NOT_BEFORE_UNIT = new Set(words.notBeforeUnit);
const ARTICLES = new Set(['a', 'an']);
/** Weights that are said without a number: `kilo jabłek`. */
const BARE_WEIGHTS = new Set(words.bareWeights);
/** Words that are units only behind a number; `can` is a verb, `drop` another. */
const VERBS = new Set(words.verbs);

/**
 * Every amount in a text, in the order they stand in it, wherever the verb is: `zużyłam pół kostki masła`,
 * `add a can of tuna`. An amount that is vague (`kilka`) is none, nor is an article alone.
 */
export function findAmounts(text: string, language: Language): FoundAmount[] {
  const all = tokens(text.slice(0, MAX_LENGTH), language);
  const found: FoundAmount[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const read = withHalf(all, amountAt(all, at, language));
    if (read?.amount == null) continue;
    const last = all[read.next - 1];
    found.push({
      amount: read.amount,
      hasUnit: read.hasUnit,
      at: all[at]?.at ?? 0,
      end: last?.end ?? text.length,
    });
    at = read.next - 1;
  }
  return found;
}

function amountAt(all: readonly Token[], at: number, language: Language): ReadAmount | undefined {
  const token = all[at];
  if (token === undefined || isInsideWord(all, at)) return undefined;
  const bare = token.kind === 'word' && unitOfWord(token.text) !== undefined;
  if (bare && !mayBeBare(all, at, language)) return undefined;
  if (bare && BARE_WEIGHTS.has(token.text)) {
    const amount = { value: ONE, unit: unitOfWord(token.text)?.key ?? 'kg' };
    return { amount, upTo: null, approximate: false, hasUnit: true, next: at + 1 };
  }
  const read = readAmount(all, at);
  if (read === undefined || NOT_AMOUNTS.has(all[read.next]?.text ?? '')) return undefined;
  const nothing = read.amount !== null && read.amount.value.n <= 0n;
  const article = !read.hasUnit && read.next === at + 1 && ARTICLES.has(token.text);
  return nothing || article ? undefined : read;
}

/** `a litre and a half of milk`, `kilo i pół`; but of `litr i pół kostki` the half is another amount. */
function withHalf(all: readonly Token[], read: ReadAmount | undefined): ReadAmount | undefined {
  if (!read?.hasUnit || read.amount === null) return read;
  const words = all.slice(read.next, read.next + 4).map(({ text }) => text);
  const length = HALVES.find((half) => half.every((word, at) => words[at] === word))?.length;
  if (length === undefined || unitOfWord(words[length] ?? '') !== undefined) return read;
  const { value, unit } = read.amount;
  return { ...read, amount: { value: add(value, HALF), unit }, next: read.next + length };
}

const HALF = exactly('1/2');
const HALVES = [
  ['and', 'a', 'half'],
  ['i', 'pol'],
];

/** `E330`, `B12`, and the second number of `3.5.2026`. */
function isInsideWord(all: readonly Token[], at: number): boolean {
  const [before, token] = [all[at - 1], all[at]];
  if (before === undefined || token?.kind !== 'number' || before.end !== token.at) return false;
  if (before.text === 'x') return false;
  return before.kind !== 'sign' || before.text === '.' || before.text === '/';
}

function mayBeBare(all: readonly Token[], at: number, language: Language): boolean {
  const [before, unit, after] = [all[at - 1], all[at], all[at + 1]];
  if (unit === undefined) return false;
  // `obieram dynię i mrożę kilogram`
  if (
    language === 'pl' &&
    BARE_WEIGHTS.has(unit.text) &&
    (after === undefined || after.kind === 'sign')
  )
    return before?.kind === 'word' && before.text !== 'ten' && !NOT_BEFORE_UNIT.has(before.text);
  if (after?.kind !== 'word') return false;
  // `a six-pack of beer` is six.
  if (before?.text === '-' && before.end === unit.at) return false;
  // `how many litres of milk` is not one.
  if (language === 'en' && unit.text.endsWith('s')) return false;
  if (NOT_BEFORE_UNIT.has(before?.text ?? '') || VERBS.has(unit.text)) return after.text === 'of';
  return language === 'pl' || after.text === 'of';
}
