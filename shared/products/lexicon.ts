import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';

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

/**
 * Beside this file, and (the build copies them) beside the bundle of every function that carries
 * this module. 250 KB that most requests never look at: so they are read, not bundled.
 */
const FOLDER = new URL('./data/', import.meta.url);

/** The shipped products as they lie on disk; read by every call, so callers keep what they make of it. */
export function readLexicon(): LexiconFile[] {
  const folder = new URL('lexicon/', FOLDER);
  return readdirSync(folder)
    .sort()
    .map((name) => LexiconFile.parse(parsed(new URL(name, folder))));
}

/** Spellings that mean several products, best first. */
export function readAmbiguous(): Readonly<Record<string, readonly string[]>> {
  return Lists.parse(parsed(new URL('ambiguous.json', FOLDER)));
}

/** Spellings of English and German tills by product id. */
export function readForeign(): Readonly<Record<string, readonly string[]>> {
  return Lists.parse(parsed(new URL('foreign.json', FOLDER)));
}

export function readBrands(): BrandRow[] {
  return Brands.parse(parsed(new URL('brands.json', FOLDER)));
}

function parsed(file: URL): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
