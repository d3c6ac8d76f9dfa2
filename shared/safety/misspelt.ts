import { remembered } from '#shared/language/remembered.ts';
import { isKitchenWord } from './kitchen-words.ts';
import { allStems } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** What a word that nobody knows may have been. */
export interface Correction {
  readonly words: readonly number[];
  /** Only letters differ that readers of print mistake, or that sound alike; nothing is added or lost. */
  readonly alike: boolean;
}

interface Known {
  readonly stem: string;
  readonly endings: ReadonlySet<string>;
  readonly word: number;
}

type Index = ReadonlyMap<string, readonly Known[]>;

const MIN_ALIKE = 4;
const MIN_EDITED = 5;
/** In prose most words are no food, so that less may differ. */
const MIN_ALIKE_IN_PROSE = 5;
const MIN_EDITED_IN_PROSE = 7;
const MIN_STEM = 4;
const MAX_ENDING_LENGTH = 5;
/** Letters at a word's beginning or end that one edit leaves as they are. */
const INTACT = 2;

let index: { readonly beginnings: Index; readonly ends: Index } | undefined;

/** English verbs and adverbs, and Polish verbs: what is done and how is no food misspelt. */
const DONE = /(?:ed|ing|ly|er|ness|uj|ij|uje|ujesz|uja|ujemy|ujecie|amy|imy|ymy|owac|ac|ic|yc)$/;

/** Looks a word up by distance: letters that look or sound alike, then one letter more, less, other or swapped. */
export function corrected({ word, marked }: Token, whole: boolean): Correction | null {
  return correctedWord(word, marked, whole);
}

const correctedWord = remembered(20_000, correct);

function correct(word: string, marked: boolean, whole: boolean): Correction | null {
  if (isKitchenWord(word) || DONE.test(word) || !/^[a-z]+$/.test(word)) return null;
  const skeleton = skeletonOf(word);
  const [alikeFrom, editedFrom] = whole
    ? [MIN_ALIKE, MIN_EDITED]
    : [MIN_ALIKE_IN_PROSE, MIN_EDITED_IN_PROSE];
  // No word begins with a letter twice: one of them stands for another (`jjaka`).
  const slipped = whole && /^(.)\1/.test(word);
  if (!slipped && word.length >= alikeFrom && (whole || !marked)) {
    const alike = lookUp(skeleton, (stem, known) => stem === known);
    if (alike.length > 0) return { words: alike, alike: true };
  }
  if (word.length < editedFrom) return null;
  const edited = lookUp(skeleton, (stem, known) => {
    if (known.length < MIN_STEM) return false;
    return (whole || stem[0] === known[0]) && isOneEdit(stem, known);
  });
  return edited.length > 0 ? { words: edited, alike: false } : null;
}

function lookUp(word: string, fits: (stem: string, known: string) => boolean): number[] {
  index ??= indexed();
  const found = new Set<number>();
  const shortest = Math.max(3, word.length - MAX_ENDING_LENGTH);
  for (let cut = word.length; cut >= shortest; cut -= 1) {
    const [stem, ending] = [word.slice(0, cut), word.slice(cut)];
    const near = [
      ...(index.beginnings.get(stem.slice(0, INTACT)) ?? []),
      ...(index.ends.get(stem.slice(-INTACT)) ?? []),
    ];
    for (const known of near) {
      if (known.endings.has(ending) && fits(stem, known.stem)) found.add(known.word);
    }
  }
  return [...found];
}

/** All stems by their first and last letters, made with the first word that nobody knows. */
function indexed(): { beginnings: Index; ends: Index } {
  const skeletons = new Map<ReadonlySet<string>, ReadonlySet<string>>();
  const all: Known[] = [];
  for (const { stem, endings, word } of allStems()) {
    if (stem.length < 3) continue;
    const folded = skeletons.get(endings) ?? new Set([...endings].map(skeletonOf));
    skeletons.set(endings, folded);
    all.push({ stem: skeletonOf(stem), endings: folded, word });
  }
  return {
    beginnings: Map.groupBy(all, ({ stem }) => stem.slice(0, INTACT)),
    ends: Map.groupBy(all, ({ stem }) => stem.slice(-INTACT)),
  };
}

/** Folds together what print and hearing confuse: rn and m, l and i, rz and ż, ch and h, oo and u, double letters. */
function skeletonOf(word: string): string {
  return word
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('rz', 'z')
    .replaceAll('ch', 'h')
    .replaceAll('oo', 'u')
    .replace(/[lj]/g, 'i')
    .replaceAll('q', 'a')
    .replace(/(.)\1+/g, '$1');
}

/** One letter lost, added or changed, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  const swapped = endA - start === 2 && endB - start === 2;
  return swapped && a[start] === b[start + 1] && a[start + 1] === b[start];
}
