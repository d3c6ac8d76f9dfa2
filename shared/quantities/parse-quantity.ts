import type { Amount } from './convert.ts';
import words from './data/number-words.json' with { type: 'json' };
import { multiply, type Rational } from './rational.ts';
import { type ReadAmount, readAmount, restIsEmpty } from './read-amount.ts';
import { type Token, tokens } from './tokens.ts';
import { units } from './unit.ts';

export interface ParsedQuantity {
  /** Null when none is said or it is vague (`kilka`, `do smaku`). Of a range, the lower end. */
  readonly amount: Amount | null;
  /** The upper end of a range (`2-3`), in the same unit. */
  readonly upTo: Rational | null;
  /** `ok. 300 g`. */
  readonly approximate: boolean;
  /** Something was said that is no number. */
  readonly vague: boolean;
  /** The words that say how much, as they were written. */
  readonly text: string;
  /** The other words: what it is of. */
  readonly rest: string;
}

/** Longer lines are no ingredients; the limit keeps anything that is sent cheap to read. */
const MAX_LENGTH = 300;
const FREE = new RegExp(`(?:^|[\\s,(])(${words.free.join('|')})(?![a-z])`);

/**
 * How much a line says and of what: `2 łyżki mąki`, `ok. 300 g sera`, `masło – pół kostki`,
 * `2 x 400 g`, `1 can (400 g) tomatoes`. A number without a unit counts pieces; a unit without a
 * number is one of it. Never throws: what is no quantity is all `rest`.
 */
export function parseQuantity(line: string): ParsedQuantity {
  const text = line.slice(0, MAX_LENGTH).trim();
  const all = tokens(text);
  const start = all[0]?.text === '-' || all[0]?.text === '•' || all[0]?.text === '*' ? 1 : 0;
  // `-2 kg` is no bullet but nonsense, and nonsense is no amount.
  if (
    start === 1 &&
    all[0]?.text === '-' &&
    all[1]?.kind === 'number' &&
    all[1].at === all[0].end
  ) {
    return nothing(text);
  }
  const leading = readAmount(all, start);
  if (leading !== undefined) return result(text, all, start, leading);
  for (let at = start + 1; at < all.length; at += 1) {
    const trailing = readAmount(all, at);
    // In the middle a number belongs to the name (`mąka typ 500 luksusowa`).
    if (trailing?.hasUnit && restIsEmpty(all, trailing.next))
      return result(text, all, at, trailing);
  }
  return freePhrase(text) ?? nothing(text);
}

function result(
  text: string,
  all: readonly Token[],
  from: number,
  read: ReadAmount,
): ParsedQuantity {
  const [at, end] = [all[from]?.at ?? 0, all[read.next - 1]?.end ?? text.length];
  const before = text.slice(0, at).replace(/^[\s•*-]+/, '');
  const name = `${withoutEnd(before)} ${text.slice(end)}`;
  const rest = name.trim().replace(/^of\s/i, '').trim();
  const { amount, upTo, approximate } = read;
  const plain = {
    amount,
    upTo,
    approximate,
    vague: amount === null,
    text: text.slice(at, end),
    rest,
  };
  return amount !== null && CONTAINERS.has(amount.unit) ? withContent(plain, amount) : plain;
}

const CONTAINERS = new Set(['can', 'jar', 'bottle', 'opak']);

/** `puszka kukurydzy (340 g)`: what each holds stands behind the name. */
function withContent(parsed: ParsedQuantity, amount: Amount): ParsedQuantity {
  const open = parsed.rest.lastIndexOf('(');
  if (open === -1 || !parsed.rest.endsWith(')')) return parsed;
  const content = parseQuantity(parsed.rest.slice(open + 1, -1));
  if (content.amount === null || content.rest !== '') return parsed;
  if (units.get(content.amount.unit)?.kind === 'count') return parsed;
  const value = multiply(amount.value, content.amount.value);
  const upTo = parsed.upTo && multiply(parsed.upTo, content.amount.value);
  const rest = parsed.rest.slice(0, open).trim();
  return { ...parsed, amount: { value, unit: content.amount.unit }, upTo, rest };
}

/** `sól do smaku`, `oil for frying`. */
function freePhrase(text: string): ParsedQuantity | undefined {
  const found = FREE.exec(
    tokens(text)
      .map((token) => token.text)
      .join(' '),
  );
  if (found === null) return undefined;
  const phrase = (found[1] ?? '').split(' ');
  const all = tokens(text);
  const at = all.findIndex((_, index) =>
    phrase.every((word, offset) => all[index + offset]?.text === word),
  );
  const [from, to] = [all[at]?.at ?? 0, all[at + phrase.length - 1]?.end ?? text.length];
  const rest = `${withoutEnd(text.slice(0, from))} ${text.slice(to).replace(/^\)/, '')}`;
  return { ...nothing(rest.trim()), vague: true, text: text.slice(from, to) };
}

/** Without the signs that joined it to an amount: `masło – `. A loop, since a regex would be quadratic. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t:,(–—-'.includes(text[end - 1] ?? '?')) end -= 1;
  return text.slice(0, end);
}

function nothing(rest: string): ParsedQuantity {
  return { amount: null, upTo: null, approximate: false, vague: false, text: '', rest };
}
