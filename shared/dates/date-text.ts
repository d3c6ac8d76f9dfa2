import type { Days } from './calendar.ts';
import type { DateToken } from './date-tokens.ts';
import type { DateWords } from './date-words.ts';

/** A text whose days are read. */
export interface DateText {
  readonly tokens: readonly DateToken[];
  readonly words: DateWords;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Whether what is said at a token has happened: `wyrzuciłam w poniedziałek`. */
  isPast(at: number): boolean;
  /** Whether it says until when something keeps: `ważne do piątku`. */
  keepsUntil(at: number): boolean;
}

/** Days that were read, and the token behind them. */
export interface ReadDays {
  readonly days: Days;
  readonly next: number;
  /** `do piątku` names an end alone, `od jutra` a beginning. */
  readonly bound?: 'until' | 'since';
}

export function wordAt({ tokens }: DateText, at: number): string {
  return tokens[at]?.text ?? '';
}

const MAX_PHRASE = 3;

/** The value of the longest phrase that begins at this token. */
export function phraseAt<Value>(
  text: DateText,
  at: number,
  values: ReadonlyMap<string, Value>,
): { readonly value: Value; readonly next: number } | undefined {
  for (let length = MAX_PHRASE; length > 0; length -= 1) {
    const phrase = text.tokens.slice(at, at + length).map((token) => token.text);
    const value = phrase.length === length ? values.get(phrase.join(' ')) : undefined;
    if (value !== undefined) return { value, next: at + length };
  }
  return undefined;
}

/** The token behind a phrase that begins here, if one of them does. */
export function behindPhrase(
  text: DateText,
  at: number,
  phrases: ReadonlySet<string>,
): number | undefined {
  for (let length = MAX_PHRASE; length > 0; length -= 1) {
    const phrase = text.tokens.slice(at, at + length).map((token) => token.text);
    if (phrase.length === length && phrases.has(phrase.join(' '))) return at + length;
  }
  return undefined;
}
