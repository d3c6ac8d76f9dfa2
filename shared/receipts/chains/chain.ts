/** Words that only one chain prints, on top of those all tills share. */
export interface LineKeywords {
  readonly discount?: readonly string[];
  readonly deposit?: readonly string[];
  /** Lines that restate amounts or name no items. */
  readonly noise?: readonly string[];
}

/** What is known of one retail chain: data, never a parser of its own. */
export interface Chain {
  readonly name: string;
  /** Tax numbers of the companies that print its receipts; franchises have others. */
  readonly nips: readonly string[];
  /** Words of the heading that identify it, without diacritics, upper case. */
  readonly words: readonly string[];
  /** Words by which the kinds of its lines are recognised, on top of those all tills share. */
  readonly lines?: LineKeywords;
}
