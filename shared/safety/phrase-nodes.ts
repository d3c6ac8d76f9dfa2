import type { Entry, Language } from './lexicon-row.ts';

/** Where a phrase ends in the tree of phrases. */
export interface Ending {
  readonly entry: Entry;
  readonly language: Language;
  readonly alone: boolean;
  readonly oneLanguage: boolean;
  readonly dish: boolean;
  /** Made only of words that tills print. */
  readonly till: boolean;
}

/** A place in the tree of phrases, whose branches are numbers of words. */
export interface PhraseNode {
  readonly next: Pick<ReadonlyMap<number, PhraseNode>, 'get' | 'keys'>;
  readonly endings: readonly Ending[];
  /** Trees that go on from here as from other nodes: every base may follow every kind of flour. */
  readonly shared: readonly PhraseNode[];
}

/** A node while the lexicon is being read. */
export interface GrowingNode extends PhraseNode {
  next: Map<number, GrowingNode>;
  endings: Ending[];
  shared: PhraseNode[];
}

// Four of five nodes are where a phrase ends and none goes on: collections of their own took 30 MB.
const NOTHING_FOLLOWS: Map<number, GrowingNode> = new Map();
const NONE_ENDS: Ending[] = [];
const NONE_SHARED: PhraseNode[] = [];

export function newNode(): GrowingNode {
  return { next: NOTHING_FOLLOWS, endings: NONE_ENDS, shared: NONE_SHARED };
}

/** The node behind a word, made where there is none. */
export function grow(node: GrowingNode, word: number): GrowingNode {
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const made = newNode();
  if (node.next === NOTHING_FOLLOWS) node.next = new Map();
  node.next.set(word, made);
  return made;
}

export function end(node: GrowingNode, ending: Ending): void {
  if (node.endings === NONE_ENDS) node.endings = [ending];
  else node.endings.push(ending);
}

/** Lets a tree go on here that other nodes share. */
export function goOn(node: GrowingNode, tree: PhraseNode): void {
  if (node.shared === NONE_SHARED) node.shared = [tree];
  else node.shared.push(tree);
}

/** The nodes behind a word. */
export function* behind(node: PhraseNode, word: number): Generator<PhraseNode> {
  const own = node.next.get(word);
  if (own !== undefined) yield own;
  for (const tree of node.shared) yield* behind(tree, word);
}
