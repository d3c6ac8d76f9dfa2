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
import { NAMES } from './names.ts';
import type { Lexicon } from './packed-lexicon.ts';
import { type Ending, end, grow, newNode } from './phrase-nodes.ts';
import { TOPICS } from './topics.ts';
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

/**
 * The lexicon, read from all rows of our data: more than a second of processor. Bundles have what comes of
 * it beside them, packed, and this module and its data in none of them (cdk/build/without-sources.ts).
 */
export function readLexicon(): Lexicon {
  const root = newNode();
  const words = new GrowingWordTable();
  const nodeOf: NodeOf = (spelled, language, from = root) =>
    spelled.reduce((node, word) => grow(node, words.add(word, language)), from);
  for (const phrase of phrasesOf(SECTIONS)) addPhrase(phrase, nodeOf);
  for (const family of baseFamilies()) addFamily(family, nodeOf);
  words.beginNames();
  for (const { entry, phrase } of phrasesOf(NAMES))
    end(nodeOf(phrase.words, phrase.language), endingOf(entry, phrase));
  return { phrases: root, words };
}

interface EntryPhrase {
  readonly entry: Entry;
  readonly phrase: Phrase;
}

function phrasesOf(sections: readonly Section[]): EntryPhrase[] {
  return sections.flatMap((section) =>
    section.rows.flatMap((row) => {
      const { entry, phrases } = readRow(row, section);
      return phrases.map((phrase) => ({ entry, phrase }));
    }),
  );
}

function addPhrase({ entry, phrase }: EntryPhrase, nodeOf: NodeOf): void {
  const { words, language } = phrase;
  const ending = endingOf(entry, phrase);
  end(nodeOf(words, language), ending);
  // Adjectives stand on either side in Polish: `kokosowe mleko`.
  // `za orzeszki` is not `orzeszków za dużo`.
  const hasPreposition = words.some(({ lemma }) => PREPOSITION.test(lemma));
  if (language === 'pl' && words.length === 2 && !hasPreposition) {
    end(nodeOf(words.toReversed(), language), ending);
  }
}

function endingOf(entry: Entry, { words, language, alone, oneLanguage, dish }: Phrase): Ending {
  return { entry, language, alone, oneLanguage, dish, till: words.every((word) => word.till) };
}
