import { readdirSync } from 'node:fs';
import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';

/** Rows of one file of `data/lexicon/`: by category key, in the order they are shown. */
const LexiconFile = z.record(
  z.string(),
  z.array(
    z.object({ id: z.string(), pl: z.string(), en: z.string(), aliases: z.array(z.string()) }),
  ),
);
const Lists = z.record(z.string(), z.array(z.string()));
const Brands = z.array(
  z.object({
    name: z.string(),
    spellings: z.array(z.string()),
    alone: z.optional(z.string()),
    makes: z.array(z.string()),
  }),
);

export type LexiconFile = z.infer<typeof LexiconFile>;
export type BrandRow = z.infer<typeof Brands>[number];

/** The shipped products as they lie on disk; read by every call, so callers keep what they make of it. */
export function readLexicon(): LexiconFile[] {
  return readdirSync(new URL('./data/lexicon/', import.meta.url))
    .sort()
    .map((name) => LexiconFile.parse(parsed(`lexicon/${name}`)));
}

/** Spellings that mean several products, best first. */
export function readAmbiguous(): Readonly<Record<string, readonly string[]>> {
  return Lists.parse(parsed('ambiguous.json'));
}

/** Words that say no more than which part of the category tree an item belongs to: `SER` is dairy. */
export function readGeneric(): ReadonlyMap<string, string> {
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(parsed('generic.json'))));
}

/** Spellings of English and German tills by product id. */
export function readForeign(): Readonly<Record<string, readonly string[]>> {
  return Lists.parse(parsed('foreign.json'));
}

export function readBrands(): BrandRow[] {
  return Brands.parse(parsed('brands.json'));
}

function parsed(file: string): unknown {
  return readBeside(`./data/${file}`, import.meta.url);
}
