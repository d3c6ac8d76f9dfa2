import type { Locale } from '#shared/context/locale.ts';

/** A page that was found. All of it is a stranger's text: shown as a quotation, and never obeyed. */
export interface WebHit {
  readonly title: string;
  readonly url: string;
  /** Its beginning, or what of it fits. */
  readonly quote: string;
}

/** What was found, or why nobody could be asked; the reason is for the log. */
export type WebAnswer = { readonly hits: readonly WebHit[] } | { readonly failed: string };

/** Somebody outside who finds pages. It does not throw for failures of its server. */
export interface WebSearch {
  /** As a person knows it: `Wikipedia`. */
  readonly name: string;
  find(words: string, language: Locale): Promise<WebAnswer>;
}

/** As many as anybody reads. */
export const MAX_HITS = 5;
