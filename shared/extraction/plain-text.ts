import { decodeText } from './decode-text.ts';
import type { ExtractedDocument } from './extracted.ts';
import { TextBudget, TextBuilder } from './text-builder.ts';

const LIST_ITEM = /^(?:[-*•–]|\d{1,3}[.)])\s/;
/** A heading of plain text stands alone, is short and has no full stop. */
const MAX_HEADING = 80;

/** Paragraphs of a text by its empty lines, lists by the marks before their lines, pages by form feeds. */
export function extractText(bytes: Buffer): ExtractedDocument {
  const budget = new TextBudget();
  const pages = decodeText(bytes).split('\f');
  // The last line of a printed text often ends with one.
  if (pages.length > 1 && pages.at(-1)?.trim() === '') pages.pop();
  return {
    title: null,
    isPaged: pages.length > 1,
    pages: pages.map((page) => {
      const text = new TextBuilder(budget);
      for (const part of page.split(/\r?\n[\t ]*\r?\n|\r[\t ]*\r/)) addPart(text, part);
      return text.page();
    }),
  };
}

function addPart(text: TextBuilder, part: string): void {
  const lines = part.split(/\r?\n|\r/).filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (lines.length === 1 && isHeading(first.trim())) {
    text.add({ kind: 'heading', level: 2 }, first);
    return;
  }
  let kind: 'paragraph' | 'list' = 'paragraph';
  let held: string[] = [];
  for (const line of lines) {
    // What follows an item without a mark of its own goes on with it.
    if (LIST_ITEM.test(line.trimStart())) {
      text.add({ kind }, held.join(' '));
      [kind, held] = ['list', []];
    }
    held.push(line);
  }
  text.add({ kind }, held.join(' '));
}

function isHeading(line: string): boolean {
  return line.length <= MAX_HEADING && /^\p{L}/u.test(line) && !/[.,;!?…]$/.test(line);
}
