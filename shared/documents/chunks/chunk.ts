/** A passage of a document: what is searched, and what an answer may quote. */
export interface Chunk {
  /** The same for the same text at the same place of the same document. */
  readonly id: string;
  readonly documentId: string;
  /** Its place in the document, from 0. */
  readonly ordinal: number;
  /** From 1; null in formats without pages. */
  readonly page: number | null;
  /** `page.text.slice(start, end)` is the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Headings that it stands under, outermost first. */
  readonly headings: readonly string[];
  readonly language: 'pl' | 'en';
  /** SHA-256 of the text, as hex. */
  readonly contentHash: string;
}
