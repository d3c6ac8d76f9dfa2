import type { Language } from '#shared/language/lemma.ts';

/** A sentence of a document, word for word, with where it stands. */
export interface CitedSentence {
  readonly text: string;
  readonly chunkId: string;
  readonly documentId: string;
  readonly title: string;
  readonly page: number | null;
  readonly language: Language;
  readonly addedAt: Date;
}

/** What documents say to a question. */
export type CitedAnswer =
  | {
      readonly answered: true;
      /** One text for the person; every sentence of it is of a source, or only names one. */
      readonly text: string;
      readonly sentences: readonly CitedSentence[];
      /** Whether the sources say different things. */
      readonly conflicting: boolean;
    }
  | { readonly answered: false; readonly text: string };
