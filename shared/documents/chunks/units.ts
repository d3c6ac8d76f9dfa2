import type { Block, Page } from '#shared/extraction/extracted.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** The smallest part of a page that a chunk takes as a whole: a heading, a sentence, an item, a row. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly tokens: number;
  readonly isHeading: boolean;
  /** Headings that it stands under; of a heading itself too. */
  readonly headings: readonly string[];
}

/** Headings of the pages before, by level; a section goes on over the end of a page. */
export type HeadingPath = (string | undefined)[];

const MAX_HEADING = 200;

/**
 * The units of a page in their order.
 * @param path changed by the headings of the page
 * @param maxTokens longer ones are parted between words
 */
export function unitsOf({ text, blocks }: Page, path: HeadingPath, maxTokens: number): Unit[] {
  return blocks.flatMap((block) => {
    const isHeading = block.kind === 'heading';
    if (isHeading) {
      path.length = block.level - 1;
      path[block.level - 1] = text.slice(block.start, block.end).slice(0, MAX_HEADING);
    }
    const headings = path.filter((heading) => heading !== undefined);
    return spansOf(text, block)
      .flatMap((span) => withinTokens(text, span, maxTokens))
      .map((span) => ({ ...span, isHeading, headings }));
  });
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function spansOf(text: string, block: Block): Span[] {
  if (block.kind === 'heading') return [block];
  const ends = block.kind === 'paragraph' ? SENTENCE_ENDS : LINE_ENDS;
  return splitAt(text, block, ends);
}

/** Behind a full stop comes a capital; `nr 5`, `ok. 3 dni` and `np. mleko` go on. */
const SENTENCE_ENDS = /(?<=[.!?…]["”»)]?)\s+(?=["„«(]?\p{Lu})/gu;
const LINE_ENDS = /\n/g;

function splitAt(text: string, { start, end }: Span, gaps: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const gap of text.slice(start, end).matchAll(gaps)) {
    spans.push({ start: from, end: start + gap.index });
    from = start + gap.index + gap[0].length;
  }
  spans.push({ start: from, end });
  return spans;
}

/** A text without sentences, or one endless word, is parted where it must be. */
function withinTokens(text: string, span: Span, maxTokens: number): (Span & { tokens: number })[] {
  const tokens = estimateTokens(text.slice(span.start, span.end));
  if (tokens <= maxTokens) return [{ ...span, tokens }];
  const middle = wordStart(text, span);
  return [
    { start: span.start, end: endBefore(text, middle) },
    { start: middle, end: span.end },
  ].flatMap((half) => withinTokens(text, half, maxTokens));
}

/** Where the second half of a span begins: at a word near its middle, else in the middle itself. */
function wordStart(text: string, { start, end }: Span): number {
  const middle = Math.floor((start + end) / 2);
  const space = text.lastIndexOf(' ', middle);
  if (space > start) return space + 1;
  // Not between the two halves of one character.
  return isLowSurrogate(text, middle) ? middle + 1 : middle;
}

function endBefore(text: string, at: number): number {
  return text[at - 1] === ' ' ? at - 1 : at;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
