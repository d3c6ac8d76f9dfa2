import type { Language } from '#shared/language/lemma.ts';
import { haveSwapped, withinOneSlip } from '#shared/language/one-slip.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { asMeant } from './as-meant.ts';
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

/** Months next to each other, of which the first has no preposition. */
const MONTHS = new RegExp(
  `(?<!\\p{L})(?<!(?:w|we|in|za|of|od|do|from|to|this|last)\\s)((?:${MONTH})\\p{L}{0,9})(\\s*,\\s*|\\s(?:i|oraz|and|plus)\\s)((?:${MONTH})\\p{L}{0,9}(?!\\p{L}))`,
  'giu',
);
/** Words that ask, of which two neighbouring letters are often typed the wrong way round. */
const ASKING = {
  pl: ['ile', 'mam', 'mamy', 'jest', 'zostalo', 'gdzie', 'kiedy', 'jeszcze'],
  en: ['how', 'much', 'many', 'have', 'left', 'what', 'where', 'there'],
} as const;

/** In a word so long a slip makes no other word. */
const MIN_SLIP = 7;

export function messageOf(said: string, language: Language, today: string): Message {
  const text = withPrepositions(withoutApostrophes(withoutOpening(said)), language);
  const days = readDays(text, language, today);
  const all = tokens(text)
    .filter(({ at }) => !days.some((one) => one.at <= at && at < one.end))
    .map((token) => ({ ...token, text: asTyped(token.text, language) }));
  return { text, language, today, tokens: asMeant(all), days };
}

/** `Ile mma jajek`, `jescze`: a word that asks with two letters changed places, or a longer one with a slip. */
function asTyped(word: string, language: Language): string {
  return (
    ASKING[language].find(
      (meant) =>
        haveSwapped(word, meant) || (meant.length >= MIN_SLIP && withinOneSlip(word, meant)),
    ) ?? word
  );
}

/** `Actually do throw it away` asks to throw it away. */
function withoutOpening(text: string): string {
  return text.replace(
    /^\s*(?:(?:ok|okay|well|right|fine|alright)[\s,]+)?actually[\s,]+(?:do\s+)?/i,
    '',
  );
}

/** `september and october`, `wrzesień, październik`: the first of several months, without its preposition. */
function withMonths(text: string, at: string): string {
  return text.replace(
    MONTHS,
    (_, first: string, join: string, next: string) =>
      `${at} ${first}${join.trim() === ',' ? ' i ' : join}${next}`,
  );
}

/** `what's`, `don’t` as they are also typed: `whats`, `dont`. */
function withoutApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
}

/** `w maju i czerwcu`, `za maj`: months are days only where they stand alone with their preposition. */
function withPrepositions(text: string, language: Language): string {
  const at = language === 'pl' ? 'w' : 'in';
  return withMonths(text, at).replace(JOINED_MONTHS, (_, word: string) =>
    word.toLowerCase() === 'za' ? `${at} ` : `${word} ${at} `,
  );
}
