import { phrases, wordsOf } from './lexicon.ts';
import type { Entry } from './lexicon-row.ts';
import { behind } from './phrase-nodes.ts';

/** Shorter parts are found in any word. */
const SHORTEST_PART = 4;

/** The foods of two words that a token may be when the space between them was lost: `masłoorzechowe`. */
export function entriesOfJoined(word: string): Entry[] {
  const found = new Set<Entry>();
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const second = wordsOf(word.slice(cut));
    if (second.length === 0) continue;
    for (const first of wordsOf(word.slice(0, cut))) {
      const after = [...behind(phrases(), first)].flatMap((node) =>
        second.flatMap((next) => [...behind(node, next)]),
      );
      for (const { endings } of after) {
        for (const { entry, alone, dish } of endings) if (!alone && !dish) found.add(entry);
      }
    }
  }
  return [...found];
}
