import { withoutMarkup } from '#shared/language/without-markup.ts';
import { plainText } from '#shared/recipes/importing/plain-text.ts';

const MAX_QUOTE = 300;
const MAX_TITLE = 120;
const ADDRESS = /\b(?:https?|ftp|data|javascript):\S+/gi;
const MARKUP = /[`*_#|~<>[\]{}]+/g;

/** A stranger's text as one line of plain words: no markup, no address, cut at a sentence or a word. */
export function plainQuote(text: unknown): string {
  return cut(plainWords(text, MAX_QUOTE * 4), MAX_QUOTE);
}

export function plainTitle(text: unknown): string {
  return cut(plainWords(text, MAX_TITLE * 2), MAX_TITLE);
}

function plainWords(text: unknown, maxLength: number): string {
  return withoutMarkup(plainText(text, maxLength))
    .replace(ADDRESS, '')
    .replace(MARKUP, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const kept = text.slice(0, maxLength);
  const sentence = kept.lastIndexOf('. ');
  if (sentence > maxLength / 2) return kept.slice(0, sentence + 1);
  const word = kept.lastIndexOf(' ');
  return `${kept.slice(0, word > 0 ? word : maxLength)} …`;
}

/** The address of a page, if it is one that a person may be led to. */
export function pageAddress(url: unknown): string | undefined {
  const parsed = typeof url === 'string' && url.length <= 2000 ? URL.parse(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.username !== '')
    return undefined;
  return parsed.href;
}
