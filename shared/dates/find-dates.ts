import type { Language } from '#shared/language/lemma.ts';
import type { DateText } from './date-text.ts';
import { dateTokens } from './date-tokens.ts';
import { dateWords } from './date-words.ts';
import { keepsUntil } from './keeps-until.ts';
import { isNameOfDish } from './name-of-dish.ts';
import { readDays } from './read-days.ts';
import { tenses } from './tense.ts';

/** Days that a text names. */
export interface FoundDates {
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** `do piątku` names an end alone, `od jutra` a beginning; else null. */
  readonly bound: 'until' | 'since' | null;
  /** The words that said so, and where they begin. */
  readonly text: string;
  readonly at: number;
}

/** Nobody names days in more than a message. */
const MAX_LENGTH = 2000;

/**
 * The days a text names, in the order they stand in it: `w piątek`, `in two weeks`, `od jutra do
 * niedzieli`, `14.03`, `by the end of the month`; with or without diacritics. A weekday, a month and a
 * date without a year are the next to come, or the last where something is told (`wyrzuciłam w
 * poniedziałek`); a week begins on Monday.
 * @param today the day in the household's zone (`dayIn` of calendar.ts), `YYYY-MM-DD`
 */
export function findDates(text: string, language: Language, today: string): FoundDates[] {
  const read = text.slice(0, MAX_LENGTH);
  const words = dateWords(language);
  const tokens = dateTokens(read, words);
  const dated: DateText = {
    tokens,
    words,
    today,
    isPast: tenses(read, language, tokens),
    keepsUntil: (at) => keepsUntil(tokens, at, language),
  };
  const found: FoundDates[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const days = readDays(dated, index);
    if (days === undefined || isNameOfDish(dated, index, days)) continue;
    const [at, end] = [tokens[index]?.at ?? 0, tokens[days.next - 1]?.end ?? read.length];
    found.push({ ...days.days, bound: days.bound ?? null, text: read.slice(at, end), at });
    index = days.next - 1;
  }
  return found;
}
