import { type BrandRow, readBrands } from './lexicon.ts';
import type { Token } from './normalise.ts';

export interface Brand {
  /** As it is written: `Łaciate`. */
  readonly name: string;
  /** Id of the product it means when nothing else is printed. */
  readonly alone: string | undefined;
  /** First level of the categories it makes; empty when it makes everything. */
  readonly makes: readonly string[];
}

export interface FoundBrand {
  readonly brand: Brand;
  /** Which words of the name spell it. */
  readonly at: readonly number[];
}

let bySpelling: ReadonlyMap<string, BrandRow> | undefined;

function brands(): ReadonlyMap<string, BrandRow> {
  bySpelling ??= new Map(
    readBrands().flatMap((row) => row.spellings.map((spelling) => [spelling, row] as const)),
  );
  return bySpelling;
}

/** The brand a name prints, the longest spelling of it first; null when it prints none we know. */
export function findBrand(tokens: readonly Token[]): FoundBrand | null {
  for (const length of [3, 2, 1]) {
    for (let start = 0; start + length <= tokens.length; start += 1) {
      const words = tokens.slice(start, start + length).map(({ text }) => text);
      const row = brands().get(words.join(' ')) ?? (length === 1 ? cutBrand(tokens[start]) : null);
      if (row) {
        const { name, alone, makes } = row;
        return { brand: { name, alone, makes }, at: words.map((_, offset) => start + offset) };
      }
    }
  }
  return null;
}

/** Whether a word alone is a brand, which is not taken apart: `SOKOLOW` is no juice. */
export function isBrandWord(text: string): boolean {
  return brands().has(text);
}

/** `TARCZ.`, `MLEKOV.`: a cut brand has a point and at least four letters. */
function cutBrand(token: Token | undefined): BrandRow | null {
  if (token === undefined || !token.cut || token.text.length < 4) return null;
  for (const [spelling, row] of brands()) if (spelling.startsWith(token.text)) return row;
  return null;
}
