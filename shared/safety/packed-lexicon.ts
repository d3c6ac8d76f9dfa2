import { deserialize, serialize } from 'node:v8';
import { readPacked } from '#shared/bundle/read-packed.ts';
import type { Entry, Language } from './lexicon-row.ts';
import { PackedStems, packStems, type StemArrays } from './packed-stems.ts';
import { PackedTree, packTree, type TreeArrays } from './packed-tree.ts';
import type { PhraseNode } from './phrase-nodes.ts';
import type { WordTable } from './word-table.ts';

export interface Lexicon {
  /** The tree of all phrases, by numbers of words. */
  readonly phrases: PhraseNode;
  readonly words: WordTable;
}

/** The lexicon in a few blocks of numbers and text, which are read at once and looked up as they are. */
interface PackedLexicon {
  readonly entries: readonly Entry[];
  readonly tree: TreeArrays;
  readonly stems: StemArrays;
  /** A line for each word. */
  readonly lemmas: string;
  readonly spellings: string;
  readonly languages: readonly Language[];
  readonly exact: ReadonlySet<number>;
  readonly till: ReadonlySet<number>;
}

const LINE = '\n';

/** What the build has packed; undefined where the sources run as they are. */
export function packedLexicon(): Lexicon | undefined {
  const bytes = readPacked('./data/lexicon.bin', import.meta.url);
  return bytes && unpackLexicon(bytes);
}

/** @param lexicon with every entry as one object, however many phrases lead to it */
export function packLexicon({ phrases, words }: Lexicon): Uint8Array {
  const { tree, entries } = packTree(phrases);
  const packed: PackedLexicon = {
    entries,
    tree,
    stems: packStems(words.stems),
    lemmas: words.lemmas.join(LINE),
    spellings: words.spellings.join(LINE),
    languages: [...words.languages],
    exact: new Set(words.exact),
    till: new Set(words.till),
  };
  return serialize(packed);
}

/** The same lexicon again, of a file that this version of the product has packed. */
export function unpackLexicon(bytes: Uint8Array): Lexicon {
  const packed: PackedLexicon = deserialize(bytes);
  const { entries, tree, stems, lemmas, spellings, languages, exact, till } = packed;
  return {
    phrases: new PackedTree(tree, entries).root,
    words: {
      stems: new PackedStems(stems),
      lemmas: lemmas.split(LINE),
      spellings: spellings.split(LINE),
      languages,
      exact,
      till,
    },
  };
}
