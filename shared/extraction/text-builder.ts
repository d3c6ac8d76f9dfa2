import { PermanentError } from '#shared/errors/permanent-error.ts';
import type { Block, Page } from './extracted.ts';

/** Of all pages: a thousand pages full of text. Its chunks are some two thousand. */
export const MAX_CHARACTERS = 3_000_000;

/** What a block is before its place is known. */
export type BlockKind =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'paragraph' | 'list' | 'table' };

/** Counts characters over all pages of a document. @throws PermanentError `document-too-long` */
export class TextBudget {
  #left = MAX_CHARACTERS;

  spend(characters: number): void {
    this.#left -= characters;
    if (this.#left >= 0) return;
    throw new PermanentError('document-too-long', `More than ${MAX_CHARACTERS} characters of text`);
  }
}

/** Puts the text of one page together from its blocks, and knows where each of them stands in it. */
export class TextBuilder {
  readonly #budget: TextBudget;
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  #length = 0;

  constructor(budget: TextBudget) {
    this.#budget = budget;
  }

  /** Adds a block; lines next to one another of one list, or of one table, become one. Blank text is none. */
  add(block: BlockKind, raw: string): void {
    const text = plainText(raw);
    if (text === '') return;
    const last = this.#blocks.at(-1);
    const joins = last !== undefined && last.kind === block.kind && isOfLines(block);
    const gap = last === undefined ? '' : joins ? '\n' : '\n\n';
    this.#budget.spend(gap.length + text.length);
    const start = this.#length + gap.length;
    this.#parts.push(gap, text);
    this.#length = start + text.length;
    if (joins) last.end = this.#length;
    else this.#blocks.push(placed(block, start, this.#length));
  }

  page(): Page {
    return { text: this.#parts.join(''), blocks: this.#blocks };
  }
}

function isOfLines({ kind }: BlockKind): boolean {
  return kind === 'list' || kind === 'table';
}

function placed(block: BlockKind, start: number, end: number): Block {
  if (block.kind !== 'heading') return { kind: block.kind, start, end };
  return { kind: block.kind, level: Math.min(Math.max(block.level, 1), 6), start, end };
}

/** Without controls, halves of characters, soft hyphens and marks of direction; a run of blanks is one. */
function plainText(raw: string): string {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
}
