import type { Language } from '#shared/language/lemma.ts';
import { dateTokens } from './date-tokens.ts';
import { englishDays } from './english.ts';
import { readDays } from './polish-span.ts';

/** Days that a text names. */
export interface FoundDates {
  /** `YYYY-MM-DD`, both included; `to` is null for what only begins (`od jutra`). */
  readonly from: string;
  readonly to: string | null;
  /** The words that said so, and where they begin. */
  readonly text: string;
  readonly at: number;
}

/** Nobody names days in more than a message. */
const MAX_LENGTH = 2000;

/**
 * The days a text names, in the order they stand in it: `w piątek`, `za dwa tygodnie`, `od jutra do
 * niedzieli`, `14.03`, `do końca miesiąca`; with or without diacritics. A weekday is the next one to
 * come, a date without a year the nearest, and a week begins on Monday.
 * @param today the day in the household's zone (`dayIn` of calendar.ts), `YYYY-MM-DD`
 */
export function findDates(text: string, language: Language, today: string): FoundDates[] {
  const read = text.slice(0, MAX_LENGTH);
  const found = language === 'en' ? englishDays(read, today) : polishDays(read, today);
  return found.map(({ days, at, end }) => ({ ...days, text: read.slice(at, end), at }));
}

function polishDays(text: string, today: string) {
  const tokens = dateTokens(text);
  const found = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const read = readDays(tokens, index, today);
    if (read === undefined) continue;
    const [at, end] = [tokens[index]?.at ?? 0, tokens[read.next - 1]?.end ?? text.length];
    found.push({ days: read.days, at, end });
    index = read.next - 1;
  }
  return found;
}
