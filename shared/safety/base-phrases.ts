import type { BaseFamily } from './bases.ts';
import { type Entry, type Language, type PhraseWord, phraseWord } from './lexicon-row.ts';
import { type Ending, end, type GrowingNode, goOn, newNode } from './phrase-nodes.ts';

/** The node where words end that begin at the root, or at `from`; made where there is none. */
export type NodeOf = (
  words: readonly PhraseWord[],
  language: Language,
  from?: GrowingNode,
) => GrowingNode;

/**
 * Heads share what may follow them, and bases what they may stand before: written out, heads times bases
 * were half of all phrases, and half of the time and memory of loading.
 */
export function addFamily({ heads, groups }: BaseFamily, nodeOf: NodeOf): void {
  const behindPolish = newNode();
  const behindEnglish = newNode();
  for (const group of groups) {
    const polish = endingOf(group.entry, 'pl');
    const english = endingOf(group.entry, 'en');
    const [polishHeads, englishHeads] = [newNode(), newNode()];
    // `ryżowe mleko`, but no `ryżowe mleko w proszku`
    const short = heads.pl.filter((head) => !head.includes(' '));
    for (const head of short) end(nodeOf(spelled(head), 'pl', polishHeads), polish);
    for (const head of heads.en) end(nodeOf(spelled(head), 'en', englishHeads), english);
    for (const adjective of group.adjectives) {
      end(nodeOf(spelled(adjective), 'pl', behindPolish), polish);
      if (!adjective.includes(' ')) goOn(nodeOf(spelled(adjective), 'pl'), polishHeads);
    }
    for (const genitive of group.genitives) {
      const exactly = spelled(genitive).map((word) => ({ ...word, exact: true }));
      for (const before of ['z', 'ze', 'na bazie']) {
        end(nodeOf([...spelled(before), ...exactly], 'pl', behindPolish), polish);
      }
    }
    for (const base of group.english) {
      for (const made of ['made from', 'made of']) {
        end(nodeOf(spelled(`${made} ${base}`), 'en', behindEnglish), english);
      }
      for (const before of [base, `${base} based`]) {
        goOn(nodeOf(spelled(before), 'en'), englishHeads);
      }
    }
  }
  for (const head of heads.pl) goOn(nodeOf(spelled(head), 'pl'), behindPolish);
  for (const head of heads.en) goOn(nodeOf(spelled(head), 'en'), behindEnglish);
}

function endingOf(entry: Entry, language: Language): Ending {
  return { entry, language, alone: false, oneLanguage: false, dish: false, till: false };
}

function spelled(words: string): PhraseWord[] {
  return words.split(' ').map(phraseWord);
}
