import type { Language } from '#shared/language/lemma.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { readDays, type SaidDays } from './read-days.ts';

/** A message as it is read: its words without those of its days, and the days. */
export interface Message {
  readonly text: string;
  readonly language: Language;
  /** The day in the household's zone, `YYYY-MM-DD`. */
  readonly today: string;
  readonly tokens: readonly Token[];
  readonly days: readonly SaidDays[];
}

const MONTH =
  'stycz|luty|lut|mar[czc]|kwie[tc]|maj|czerw|lip[iec]|sierp|wrze[sś]|pa[zź]dz|listop|grud|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const JOINED_MONTHS = new RegExp(
  `(?<=\\s)(i|oraz|and|za)\\s(?=(?:${MONTH})\\p{L}{0,9}(?!\\p{L}))`,
  'giu',
);

export function messageOf(said: string, language: Language, today: string): Message {
  const text = withPrepositions(withoutApostrophes(withoutOpening(said)), language);
  const days = readDays(text, language, today);
  const all = tokens(text).filter(({ at }) => !days.some((one) => one.at <= at && at < one.end));
  return { text, language, today, tokens: all, days };
}

/** `Actually do throw it away` asks to throw it away. */
function withoutOpening(text: string): string {
  return text.replace(
    /^\s*(?:(?:ok|okay|well|right|fine|alright)[\s,]+)?actually[\s,]+(?:do\s+)?/i,
    '',
  );
}

/** `what's`, `don’t` as they are also typed: `whats`, `dont`. */
function withoutApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
}

/** `w maju i czerwcu`, `za maj`: months are days only where they stand alone with their preposition. */
function withPrepositions(text: string, language: Language): string {
  const at = language === 'pl' ? 'w' : 'in';
  return text.replace(JOINED_MONTHS, (_, word: string) =>
    word.toLowerCase() === 'za' ? `${at} ` : `${word} ${at} `,
  );
}
