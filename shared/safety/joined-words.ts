import { phrases, wordsOf } from './lexicon.ts';
import type { Entry } from './lexicon-row.ts';
import { behind, type PhraseNode } from './phrase-nodes.ts';

/** Shorter parts are found in any word. */
const SHORTEST_PART = 4;

/**
 * The foods that a token may be when the space between two words was lost: of both together
 * (`masłoorzechowe`), else of each by itself (`chlebekmasłem`).
 */
export function entriesOfJoined(word: string): Entry[] {
  const together = new Set<Entry>();
  const apart = new Set<Entry>();
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const [first, second] = [nodesOf(word.slice(0, cut)), wordsOf(word.slice(cut))];
    if (second.length === 0) continue;
    const both = first.flatMap((node) => second.flatMap((next) => [...behind(node, next)]));
    for (const entry of entriesAt(both)) together.add(entry);
    const each = [entriesAt(first), entriesAt(nodesOf(word.slice(cut)))];
    if (each.every((entries) => entries.length > 0)) for (const one of each.flat()) apart.add(one);
  }
  return [...(together.size > 0 ? together : apart)];
}

function nodesOf(part: string): PhraseNode[] {
  return wordsOf(part).flatMap((word) => [...behind(phrases(), word)]);
}

function entriesAt(nodes: readonly PhraseNode[]): Entry[] {
  return nodes.flatMap(({ endings }) =>
    endings.filter(({ alone, dish }) => !alone && !dish).map(({ entry }) => entry),
  );
}
