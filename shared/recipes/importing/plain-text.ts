import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import { isNode } from './node.ts';
import { BREAKING_TAGS, INLINE_TAGS, UNREAD_TAGS } from './tags.ts';

/** Sites encode what was encoded already. */
const MOST_ENCODED = 3;

/**
 * A value of a description as one line of text: no tags, no entities, single spaces. Anything but text
 * is nothing.
 */
export function plainText(value: unknown, maxLength: number): string {
  return plainLines(value, maxLength * 4)
    .join(' ')
    .slice(0, maxLength)
    .trim();
}

/** The lines of a text: by line breaks, and by paragraphs, items of lists and breaks of its markup. */
export function plainLines(value: unknown, maxLength: number): string[] {
  const text = isNode(value) ? value['@value'] : value;
  if (typeof text !== 'string' && typeof text !== 'number') return [];
  return linesOf(withoutTags(decodedText(String(text).slice(0, maxLength))));
}

/** Lines that hold something, without what cannot be seen. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** Decoded as often as it was encoded. */
function decodedText(text: string): string {
  let [before, decoded] = ['', text];
  for (let times = 0; times < MOST_ENCODED && decoded !== before; times += 1) {
    before = decoded;
    decoded = decodeHTML(before);
  }
  return decoded;
}

/** What is no tag of HTML stays: `<mleka>`, `2 < 3`. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  let plain = '';
  let unread = 0;
  const tag = (name: string, change: number) => {
    if (UNREAD_TAGS.has(name)) unread = Math.max(0, unread + change);
    else if (BREAKING_TAGS.has(name)) plain += '\n';
    else if (!INLINE_TAGS.has(name)) plain += text.slice(parser.startIndex, parser.endIndex + 1);
  };
  const parser = new Parser(
    {
      ontext(data) {
        if (unread === 0) plain += data;
      },
      onopentagname: (name) => tag(name, 1),
      onclosetag(name, isImplied) {
        if (!isImplied) tag(name, -1);
      },
    },
    { decodeEntities: false },
  );
  parser.end(text);
  return plain;
}
