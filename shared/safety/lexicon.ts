import { addFamily, type NodeOf } from './base-phrases.ts';
import { baseFamilies } from './bases.ts';
import additives from './data/additives.json' with { type: 'json' };
import codedNames from './data/coded-names.json' with { type: 'json' };
import crustaceans from './data/crustaceans-and-molluscs.json' with { type: 'json' };
import dishes from './data/dishes.json' with { type: 'json' };
import dishesPolish from './data/dishes-polish.json' with { type: 'json' };
import dishesWorld from './data/dishes-world.json' with { type: 'json' };
import eggs from './data/eggs.json' with { type: 'json' };
import fish from './data/fish.json' with { type: 'json' };
import gluten from './data/gluten.json' with { type: 'json' };
import harmless from './data/harmless.json' with { type: 'json' };
import instead from './data/instead.json' with { type: 'json' };
import meat from './data/meat.json' with { type: 'json' };
import milk from './data/milk.json' with { type: 'json' };
import notFood from './data/not-food.json' with { type: 'json' };
import nuts from './data/nuts-and-peanuts.json' with { type: 'json' };
import others from './data/other-allergens.json' with { type: 'json' };
import packaged from './data/packaged.json' with { type: 'json' };
import soybeans from './data/soybeans.json' with { type: 'json' };
import tills from './data/till-words.json' with { type: 'json' };
import { type Entry, type Phrase, readRow, type Section } from './lexicon-row.ts';
import { type Lexicon, packedLexicon } from './packed-lexicon.ts';
import { end, grow, newNode, type PhraseNode } from './phrase-nodes.ts';
import { TOPICS } from './topics.ts';
import { type InflectedStem, WordForms } from './word-forms.ts';
import { GrowingWordTable } from './word-table.ts';

const PREPOSITION = /^(?:a|bez|co|dla|do|jak|na|o|od|po|pod|w|z|za|ze)$/;
const FILES = [milk, eggs, gluten, fish, crustaceans, nuts, soybeans, others, additives, meat];
const SECTIONS: readonly Section[] = [
  ...FILES,
  ...TOPICS,
  dishes,
  dishesPolish,
  dishesWorld,
  packaged,
  instead,
  codedNames,
  notFood,
  tills,
  harmless,
].flatMap(({ sections }) => sections);

let loaded: { readonly phrases: PhraseNode; readonly words: WordForms } | undefined;

/**
 * Loads the lexicon, unless it is there. Whatever asks it loads it by itself; a function that asks it
 * with every call does so while it starts.
 */
export function loadLexicon(): void {
  lexicon();
}

/** The tree of all phrases, by numbers of words. */
export function phrases(): PhraseNode {
  return lexicon().phrases;
}

/**
 * The numbers of the words a token may be a form of.
 * @param letters the token with its marks, where they are known
 */
export function wordsOf(token: string, letters: string = token): readonly number[] {
  return lexicon().words.of(token, letters);
}

/** Whether a word is one that only tills print. */
export function isTillWord(word: number): boolean {
  return lexicon().words.isTill(word);
}

export function isExact(word: number): boolean {
  return lexicon().words.isExact(word);
}

/** Every stem with its endings, for words that are looked up by distance. */
export function allStems(): Iterable<InflectedStem> {
  return lexicon().words.stems();
}

/** The words that begin so, for what a till has cut. */
export function wordsBeginning(start: string): number[] {
  return lemmasOf((lemma) => lemma.length > start.length && lemma.startsWith(start)).filter(
    (word) => !isTillWord(word),
  );
}

/** The words whose base form, without marks, is such. */
export function lemmasOf(isSuch: (lemma: string) => boolean): number[] {
  return lexicon().words.withLemma(isSuch);
}

function lexicon() {
  if (loaded === undefined) {
    const { phrases, words } = packedLexicon() ?? readLexicon();
    loaded = { phrases, words: new WordForms(words) };
  }
  return loaded;
}

/** Reads all rows: 0.8 s of processor and 31 MB. Bundles have what comes of it beside them, packed. */
export function readLexicon(): Lexicon {
  const root = newNode();
  const words = new GrowingWordTable();
  const nodeOf: NodeOf = (spelled, language, from = root) =>
    spelled.reduce((node, word) => grow(node, words.add(word, language)), from);
  for (const section of SECTIONS) {
    for (const row of section.rows) {
      const { entry, phrases } = readRow(row, section);
      for (const phrase of phrases) addPhrase(entry, phrase, nodeOf);
    }
  }
  for (const family of baseFamilies()) addFamily(family, nodeOf);
  return { phrases: root, words };
}

function addPhrase(entry: Entry, phrase: Phrase, nodeOf: NodeOf): void {
  const { words, language, alone, oneLanguage, dish } = phrase;
  const till = words.every((word) => word.till);
  const ending = { entry, language, alone, oneLanguage, dish, till };
  end(nodeOf(words, language), ending);
  // Adjectives stand on either side in Polish: `kokosowe mleko`.
  // `za orzeszki` is not `orzeszków za dużo`.
  const hasPreposition = words.some(({ lemma }) => PREPOSITION.test(lemma));
  if (language === 'pl' && words.length === 2 && !hasPreposition) {
    end(nodeOf(words.toReversed(), language), ending);
  }
}
