import { fold } from '#shared/language/fold.ts';

/** A word (folded), a number, a written date or any other sign, and its place in the text. */
export interface DateToken {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const TOKEN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}[./]\d{1,2}(?:[./]\d{4}|[./]\d{2})?(?!\d)|\d{1,2}(?:st|nd|rd|th)\b|\d{1,9}|\p{L}+|[^\s\p{L}\d]/giu;

/** @param skipped words that say nothing about days, such as articles */
export function dateTokens(text: string, skipped: ReadonlySet<string>): DateToken[] {
  return [...text.matchAll(TOKEN)]
    .map((match) => ({
      text: fold(match[0]),
      at: match.index,
      end: match.index + match[0].length,
    }))
    .filter((token) => !skipped.has(token.text));
}
