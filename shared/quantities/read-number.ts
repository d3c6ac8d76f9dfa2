import words from './data/number-words.json' with { type: 'json' };
import { add, divide, exactly, multiply, type Rational } from './rational.ts';
import type { Token } from './tokens.ts';
import { unitOfWord } from './unit.ts';

/** A number that was read, and the token after it. */
export interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}

const NUMBERS = new Map(
  [...Object.entries(words.numbers.pl), ...Object.entries(words.numbers.en)].map(
    ([word, text]) => [word, exactly(text)] as const,
  ),
);
const DENOMINATORS = new Map(
  Object.entries(words.denominators).map(([word, text]) => [word, exactly(text)] as const),
);
const PARTS = new Set(['pol', 'polowa', 'polowe', 'cwierc', 'half', 'quarter']);

const DOZENS = new Set(['dozen', 'dozens', 'tuzin', 'tuzina', 'tuziny', 'tuzinow']);
const DOZEN = exactly('12');

/** `2`, `0,5`, `1/2`, `1½`, `1 1/2`, `1 000`, `dwa i pół`, `trzy czwarte`, `półtorej`, `half a dozen`. */
export function readNumber(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const read = readSimple(tokens, at);
  if (read === undefined || !DOZENS.has(tokens[read.next]?.text ?? '')) return read;
  return { value: multiply(read.value, DOZEN), next: read.next + 1 };
}

function readSimple(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const first = tokens[at];
  if (first?.kind === 'word') return readWords(tokens, at);
  if (first?.value === undefined) return undefined;
  const over = readOver(tokens, at);
  if (over !== undefined) return over;
  // `1/0` is no number at all, not a 1 with something behind it.
  if (tokens[at + 1]?.text === '/') return undefined;
  if (first.kind === 'fraction') return { value: first.value, next: at + 1 };
  const part = readPart(tokens, at + 1);
  if (part !== undefined) return { value: add(first.value, part.value), next: part.next };
  const thousands = readThousands(tokens, at);
  return thousands ?? { value: first.value, next: at + 1 };
}

/** `1/2`; a slash behind a zero leads nowhere. */
function readOver(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const [over, slash, under] = tokens.slice(at, at + 3);
  if (slash?.text !== '/' && slash?.text !== '⁄') return undefined;
  if (over?.value === undefined || under?.kind !== 'number') return undefined;
  if (under.value === undefined || under.value.n === 0n) return undefined;
  return { value: divide(over.value, under.value), next: at + 3 };
}

/** What may follow a whole number: `½`, `1/2`, `i pół`, `and a half`. */
function readPart(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const token = tokens[at];
  if (token?.kind === 'fraction' && token.value) return { value: token.value, next: at + 1 };
  // `1-1/2`
  if (token?.text === '-' && tokens[at + 1]?.kind === 'number') return readPart(tokens, at + 1);
  if (token?.kind === 'number') {
    // `1 1/2`, but not `2 3/4-liter bottles`: no part is more than a whole.
    const over = readOver(tokens, at);
    return over !== undefined && over.value.n < over.value.d ? over : undefined;
  }
  if (token?.text !== 'i' && token?.text !== 'and') return undefined;
  const article = tokens[at + 1]?.text === 'a' ? 1 : 0;
  const word = tokens[at + 1 + article];
  if (word?.kind === 'word') {
    const value = PARTS.has(word.text) ? NUMBERS.get(word.text) : undefined;
    return value && { value, next: at + 2 + article };
  }
  return word === undefined ? undefined : readPart(tokens, at + 1);
}

/** `1 500 g`: three digits one blank behind one to three, unless it is `1 400 g can`. */
function readThousands(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const [first, second] = tokens.slice(at, at + 2);
  if (first === undefined || second?.kind !== 'number' || second.value === undefined)
    return undefined;
  if (!/^[1-9]\d{0,2}$/.test(first.text) || !/^\d{3}$/.test(second.text)) return undefined;
  if (second.at !== first.end + 1) return undefined;
  const [unit, container] = tokens.slice(at + 2, at + 4).map(({ text }) => unitOfWord(text));
  if (unit !== undefined && container?.kind === 'count') return undefined;
  return { value: exactly(first.text + second.text), next: at + 2 };
}

function readWords(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const whole = readWhole(tokens, at);
  if (whole === undefined) return undefined;
  const { value } = whole;
  const following = tokens[whole.next]?.text ?? '';
  const denominator = DENOMINATORS.get(following);
  if (denominator !== undefined && value.d === 1n) {
    return { value: divide(value, denominator), next: afterArticle(tokens, whole.next + 1) };
  }
  // `half a cup`, `quarter of a pound`; `a cup` is read by its own article.
  if (value.d !== 1n) return { value, next: afterArticle(tokens, whole.next) };
  const part = readPart(tokens, whole.next);
  return part ? { value: add(value, part.value), next: part.next } : whole;
}

const HUNDRED = exactly('100');

/** One word or several that make one number: `dwieście pięćdziesiąt`, `twenty-five`, `two hundred and fifty`. */
function readWhole(tokens: readonly Token[], at: number): Read<Rational> | undefined {
  const first = numberWord(tokens, at);
  if (first === undefined || first.d !== 1n) return first && { value: first, next: at + 1 };
  const hundreds = tokens[at + 1]?.text === 'hundred' && first.n < 10n;
  let value = hundreds ? multiply(first, HUNDRED) : first;
  let next = hundreds ? at + 2 : at + 1;
  for (let size = roundness(value); size > 1n; size = roundness(value)) {
    const joined = ['-', 'and'].includes(tokens[next]?.text ?? '') ? next + 1 : next;
    const smaller = numberWord(tokens, joined);
    if (smaller === undefined || smaller.d !== 1n || smaller.n >= size || smaller.n === 0n) break;
    // `twenty a day`: an article is no one.
    if (['a', 'an'].includes(tokens[joined]?.text ?? '')) break;
    value = add(value, smaller);
    next = joined + 1;
  }
  return { value, next };
}

function numberWord(tokens: readonly Token[], at: number): Rational | undefined {
  const token = tokens[at];
  return token === undefined || token.foreign ? undefined : NUMBERS.get(token.text);
}

/** What may be added to it: below 100 to hundreds, below 10 to twenty and more. */
function roundness({ n }: Rational): bigint {
  if (n >= 100n && n % 100n === 0n) return 100n;
  return n >= 20n && n % 10n === 0n ? 10n : 1n;
}

/** `a`, `of a`: of what a part is. */
function afterArticle(tokens: readonly Token[], at: number): number {
  const article = tokens[at]?.text === 'of' ? at + 1 : at;
  return ['a', 'an'].includes(tokens[article]?.text ?? '') ? article + 1 : at;
}
