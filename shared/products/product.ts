import { readLexicon } from './lexicon.ts';

export interface Product {
  readonly id: string;
  readonly pl: string;
  readonly en: string;
  readonly category: string;
  /**
   * Receipt spellings besides the name itself: upper case, no diacritics. Each word also stands for
   * what a till makes of it by cutting it short.
   */
  readonly aliases: readonly string[];
}

let shipped: ReadonlyMap<string, Product> | undefined;

/** The shipped products, by id. The first call reads them. */
export function products(): ReadonlyMap<string, Product> {
  shipped ??= new Map(
    readLexicon()
      .flatMap((file) => Object.entries(file))
      .flatMap(([category, rows]) => rows.map((row) => [row.id, { ...row, category }] as const)),
  );
  return shipped;
}
