import type { Entry } from './lexicon-row.ts';
import type { Ending, PhraseNode } from './phrase-nodes.ts';

/** A list of lists of numbers: where each begins, and where the last ends. */
interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** A tree of phrases by numbers of nodes; the root is 0. */
export interface TreeArrays {
  /** Of each node the words behind it, ascending, and the nodes that they lead to. */
  readonly words: Lists;
  readonly nodes: Lists;
  readonly shared: Lists;
  /** Of each node the rows that end there, and each ending’s properties as bits. */
  readonly endings: Lists;
  readonly properties: Lists;
}

const BITS = { alone: 1, oneLanguage: 2, dish: 4, till: 8, polish: 16 } as const;
const NONE: readonly never[] = [];

/** Numbers the nodes and entries that can be reached. */
export function packTree(root: PhraseNode): {
  readonly tree: TreeArrays;
  readonly entries: readonly Entry[];
} {
  const nodes = [root];
  const numbers = new Map([[root, 0]]);
  const entries = new Map<Entry, number>();
  const numberOf = (node: PhraseNode) => {
    const number = numbers.get(node) ?? nodes.push(node) - 1;
    numbers.set(node, number);
    return number;
  };
  const entryOf = (entry: Entry) => {
    const number = entries.get(entry) ?? entries.size;
    entries.set(entry, number);
    return number;
  };
  const lists: Record<keyof TreeArrays, number[][]> = {
    ...{ words: [], nodes: [], shared: [] },
    ...{ endings: [], properties: [] },
  };
  // The list grows while it is read.
  for (const { next, shared, endings } of nodes) {
    const words = [...next.keys()].sort((a, b) => a - b);
    lists.words.push(words);
    lists.nodes.push(words.flatMap((word) => next.get(word) ?? []).map(numberOf));
    lists.shared.push(shared.map(numberOf));
    lists.endings.push(endings.map(({ entry }) => entryOf(entry)));
    lists.properties.push(endings.map(bitsOf));
  }
  const tree = {
    words: joined(lists.words),
    nodes: joined(lists.nodes),
    shared: joined(lists.shared),
    endings: joined(lists.endings),
    properties: joined(lists.properties),
  };
  return { tree, entries: [...entries.keys()] };
}

function joined(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  return { starts, values: Int32Array.from(lists.flat()) };
}

function bitsOf({ alone, oneLanguage, dish, till, language }: Ending): number {
  return (
    (alone ? BITS.alone : 0) |
    (oneLanguage ? BITS.oneLanguage : 0) |
    (dish ? BITS.dish : 0) |
    (till ? BITS.till : 0) |
    (language === 'pl' ? BITS.polish : 0)
  );
}

/** Makes nodes of the arrays as they are walked to, and keeps them. */
export class PackedTree {
  readonly #arrays: TreeArrays;
  readonly #entries: readonly Entry[];
  readonly #made = new Map<number, PhraseNode>();

  constructor(arrays: TreeArrays, entries: readonly Entry[]) {
    this.#arrays = arrays;
    this.#entries = entries;
  }

  get root(): PhraseNode {
    return this.#node(0);
  }

  #node(number: number): PhraseNode {
    const known = this.#made.get(number);
    if (known !== undefined) return known;
    const made: PhraseNode = {
      next: {
        get: (word) => this.#behind(number, word),
        keys: () => listAt(this.#arrays.words, number).values(),
      },
      endings: this.#endings(number),
      shared: Array.from(listAt(this.#arrays.shared, number), (tree) => this.#node(tree)),
    };
    this.#made.set(number, made);
    return made;
  }

  #behind(number: number, word: number): PhraseNode | undefined {
    const { words, nodes } = this.#arrays;
    let from = words.starts[number] ?? 0;
    let to = words.starts[number + 1] ?? 0;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((words.values[middle] ?? 0) < word) from = middle + 1;
      else to = middle;
    }
    const isThere = from < (words.starts[number + 1] ?? 0) && words.values[from] === word;
    const node = nodes.values[from];
    return isThere && node !== undefined ? this.#node(node) : undefined;
  }

  #endings(number: number): readonly Ending[] {
    const rows = listAt(this.#arrays.endings, number);
    if (rows.length === 0) return NONE;
    const properties = listAt(this.#arrays.properties, number);
    return Array.from(rows, (row, at) => {
      const entry = this.#entries[row];
      if (entry === undefined) throw new Error(`no row ${row} of the lexicon`);
      const bits = properties[at] ?? 0;
      return {
        entry,
        language: bits & BITS.polish ? 'pl' : 'en',
        alone: (bits & BITS.alone) !== 0,
        oneLanguage: (bits & BITS.oneLanguage) !== 0,
        dish: (bits & BITS.dish) !== 0,
        till: (bits & BITS.till) !== 0,
      };
    });
  }
}

function listAt({ starts, values }: Lists, at: number): Int32Array {
  return values.subarray(starts[at], starts[at + 1]);
}
