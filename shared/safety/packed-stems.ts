import type { Inflected, WordTable } from './word-table.ts';

/** Stems in their order; of the words of each a number and the set of its endings. */
export interface StemArrays {
  /** A line for each stem. */
  readonly stems: string;
  /** Where the words of each stem begin, and where the last ends. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly endings: Int32Array;
  /** Different sets of endings are few. */
  readonly sets: readonly ReadonlySet<string>[];
}

const LINE = '\n';

export function packStems(stems: WordTable['stems']): StemArrays {
  const names = [...stems.keys()];
  const starts = [0];
  const words: number[] = [];
  const endings: number[] = [];
  const numbers = new Map<string, number>();
  const sets: ReadonlySet<string>[] = [];
  for (const name of names) {
    for (const one of stems.get(name) ?? []) {
      const key = [...one.endings].join(LINE);
      const number = numbers.get(key) ?? sets.push(new Set(one.endings)) - 1;
      numbers.set(key, number);
      words.push(one.word);
      endings.push(number);
    }
    starts.push(words.length);
  }
  return {
    stems: names.join(LINE),
    starts: Int32Array.from(starts),
    words: Int32Array.from(words),
    endings: Int32Array.from(endings),
    sets,
  };
}

/** Looks up stems in the arrays. */
export class PackedStems
  implements Pick<ReadonlyMap<string, readonly Inflected[]>, 'get' | 'keys'>
{
  readonly #arrays: StemArrays;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(arrays: StemArrays) {
    this.#arrays = arrays;
    this.#numbers = new Map(arrays.stems.split(LINE).map((stem, number) => [stem, number]));
  }

  keys() {
    return this.#numbers.keys();
  }

  get(stem: string): readonly Inflected[] | undefined {
    const number = this.#numbers.get(stem);
    if (number === undefined) return undefined;
    const { starts, words, endings, sets } = this.#arrays;
    const found: Inflected[] = [];
    for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) {
      const set = sets[endings[at] ?? -1];
      const word = words[at];
      if (set === undefined || word === undefined) throw new Error(`no endings of “${stem}”`);
      found.push({ endings: set, word });
    }
    return found;
  }
}
