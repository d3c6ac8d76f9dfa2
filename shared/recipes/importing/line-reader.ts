import { linesOf } from './plain-text.ts';
import { BREAKING_TAGS, UNREAD_TAGS } from './tags.ts';

/** A line of a page as it is shown, or of a text. */
export interface Line {
  readonly text: string;
  /** 1 to 6 for `<h1>` to `<h6>`; null for anything else. */
  readonly level: number | null;
}

const MAX_LINES = 5_000;
const HEADING = /^h([1-6])$/;
/** What is on every page of a site. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'head', 'form']);

/** The lines of a page, from its tags in their order. */
export class LineReader {
  readonly #lines: Line[] = [];
  #text = '';
  #level: number | null = null;
  #unread = 0;

  open(name: string): void {
    if (isUnread(name)) this.#unread += 1;
    if (!BREAKING_TAGS.has(name)) return;
    this.#end();
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.#level = Number(level);
  }

  text(text: string): void {
    if (this.#unread === 0) this.#text += text;
  }

  close(name: string): void {
    if (isUnread(name)) this.#unread = Math.max(0, this.#unread - 1);
    if (!BREAKING_TAGS.has(name)) return;
    this.#end();
    if (HEADING.test(name)) this.#level = null;
  }

  lines(): readonly Line[] {
    this.#end();
    return this.#lines;
  }

  /** Where a page writes a line break only a tag breaks the line. */
  #end(): void {
    const text = linesOf(this.#text).join(' ');
    this.#text = '';
    if (text !== '' && this.#lines.length < MAX_LINES)
      this.#lines.push({ text, level: this.#level });
  }
}

function isUnread(name: string): boolean {
  return UNREAD_TAGS.has(name) || AROUND.has(name);
}
