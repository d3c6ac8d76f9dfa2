import { remembered } from '#shared/language/remembered.ts';
import { addFamily } from './base-phrases.ts';
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
import words from './data/words.json' with { type: 'json' };
import {
  type Entry,
  type Language,
  type Phrase,
  type PhraseWord,
  readRow,
  type Section,
} from './lexicon-row.ts';
import { marksAgree } from './marks.ts';
import { end, type GrowingNode, grow, newNode, type PhraseNode } from './phrase-nodes.ts';
import { foldWord, lowerWord } from './tokens.ts';
import { TOPICS } from './topics.ts';
import { MAX_ENDING_LENGTH, stemsOf } from './word-stems.ts';

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

interface Inflected {
  readonly endings: ReadonlySet<string>;
  readonly word: number;
}

const stems = new Map<string, Inflected[]>();
const numbers = new Map<string, number>();
const lemmas: string[] = [];
/** The same with their marks, and which language they are of. */
const spellings: string[] = [];
const languages: Language[] = [];
/** Words that stand in the lexicon as tills cut them. */
const exactWords = new Set<number>();
const tillWords = new Set<number>();
/** Forms of words nobody eats that look like forms of food: `orze` (ploughs) is no orzo. */
const OTHER_WORDS: ReadonlySet<string> = new Set(words.otherWords);
const NEVER_INFLECTED: ReadonlySet<string> = new Set(words.function.map(foldWord));

const root = newNode();
/** The tree of all phrases, by numbers of words. */
export const phrases: PhraseNode = root;

for (const section of SECTIONS) {
  for (const row of section.rows) {
    const { entry, phrases: spellings } = readRow(row, section);
    for (const phrase of spellings) addPhrase(entry, phrase);
  }
}
for (const family of baseFamilies())
  addFamily(family, (words, language, from = root) => nodeOf(from, words, language));

const wordsOfSpelling = remembered(20_000, findWords);

/**
 * The numbers of the words a token may be a form of.
 * @param letters the token with its marks, where they are known
 */
export function wordsOf(token: string, letters: string = token): readonly number[] {
  return wordsOfSpelling(token, letters);
}

function findWords(token: string, letters: string): number[] {
  const found = new Set<number>();
  const asItIs = NEVER_INFLECTED.has(token);
  const minLength = asItIs ? token.length : Math.max(1, token.length - MAX_ENDING_LENGTH);
  for (let cut = token.length; cut >= minLength; cut -= 1) {
    for (const { endings, word } of stems.get(token.slice(0, cut)) ?? []) {
      if (!endings.has(token.slice(cut))) continue;
      if (asItIs && lemmas[word] !== token) continue;
      if (marksFit(word, letters, cut)) found.add(word);
    }
  }
  const words = withoutLostMarks([...found], letters);
  // As it stands it may be a word of the lexicon all the same: `grana padano`, `burger bun`.
  return OTHER_WORDS.has(letters) ? words.filter((word) => spellings[word] === letters) : words;
}

function marksFit(word: number, letters: string, stemLength: number): boolean {
  const spelling = spellings[word] ?? '';
  return languages[word] === 'en' || marksAgree(letters, spelling, stemLength);
}

/** `mak` is poppy seed as it stands there, and no `mąk` that has lost its mark. */
function withoutLostMarks(found: number[], letters: string): number[] {
  const isBase = found.some((word) => languages[word] === 'pl' && spellings[word] === letters);
  if (!isBase || /[ąćęłńóśźż]/.test(letters)) return found;
  return found.filter((word) => {
    const spelling = spellings[word] ?? '';
    return !/[ąćęłńśźż]/.test(spelling.slice(0, letters.length));
  });
}

/** Whether a word is one that only tills print. */
export function isTillWord(word: number): boolean {
  return tillWords.has(word);
}

export function isExact(word: number): boolean {
  return exactWords.has(word);
}

/** Whether a word only looks like food: `orze` (ploughs) is no orzo. */
export function isOtherWord(letters: string): boolean {
  return OTHER_WORDS.has(letters);
}

/** Every stem with its endings, for words that are looked up by distance. */
export function* allStems(): Generator<{
  stem: string;
  endings: ReadonlySet<string>;
  word: number;
}> {
  for (const [stem, inflected] of stems) {
    for (const { endings, word } of inflected) yield { stem, endings, word };
  }
}

/** The words that begin so, for what a till has cut. */
export function wordsBeginning(start: string): number[] {
  return lemmasOf((lemma) => lemma.length > start.length && lemma.startsWith(start)).filter(
    (word) => !tillWords.has(word),
  );
}

/** The words whose base form, without marks, is such. */
export function lemmasOf(isSuch: (lemma: string) => boolean): number[] {
  const found: number[] = [];
  for (const [word, lemma] of lemmas.entries()) if (isSuch(lemma)) found.push(word);
  return found;
}

function addPhrase(entry: Entry, phrase: Phrase): void {
  const { words, language, alone, oneLanguage, dish } = phrase;
  const till = words.every((word) => word.till);
  const ending = { entry, language, alone, oneLanguage, dish, till };
  end(nodeOf(root, words, language), ending);
  // Adjectives stand on either side in Polish: `kokosowe mleko`.
  // `za orzeszki` is not `orzeszków za dużo`.
  const hasPreposition = words.some(({ lemma }) => PREPOSITION.test(lemma));
  if (language === 'pl' && words.length === 2 && !hasPreposition) {
    end(nodeOf(root, words.toReversed(), language), ending);
  }
}

function nodeOf(from: GrowingNode, words: readonly PhraseWord[], language: Language): GrowingNode {
  let node = from;
  for (const word of words) node = grow(node, numberOf(word, language));
  return node;
}

function numberOf({ lemma, exact, till }: PhraseWord, language: Language): number {
  const key = `${exact ? (till ? '.' : '!') : language}:${lemma}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const word = lemmas.length;
  numbers.set(key, word);
  lemmas.push(foldWord(lemma));
  spellings.push(lowerWord(lemma));
  languages.push(language);
  if (exact) exactWords.add(word);
  if (till) tillWords.add(word);
  for (const [stem, endings] of stemsOf({ lemma, exact }, language)) {
    const same = stems.get(stem);
    if (same === undefined) stems.set(stem, [{ endings, word }]);
    else same.push({ endings, word });
  }
  return word;
}
