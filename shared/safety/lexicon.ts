import { readLexicon } from './lexicon-sources.ts';
import { packedLexicon } from './packed-lexicon.ts';
import type { PhraseNode } from './phrase-nodes.ts';
import { type InflectedStem, WordForms } from './word-forms.ts';

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
 * The numbers of the words a token may be a form of, but for words that only names of dishes have.
 * @param letters the token with its marks, where they are known
 */
export function wordsOf(token: string, letters: string = token): readonly number[] {
  return wordsAndNames(token, letters).words;
}

/**
 * The same, and beside them the words of names of dishes and brands that the token may be a form of: by
 * themselves these say nothing.
 */
export function wordsAndNames(token: string, letters: string) {
  const { words } = lexicon();
  const found = words.of(token, letters);
  const names = found.filter((word) => words.isOfNames(word));
  return {
    words: names.length === 0 ? found : found.filter((word) => !words.isOfNames(word)),
    names,
  };
}

/** Whether a word is one that only tills print. */
export function isTillWord(word: number): boolean {
  return lexicon().words.isTill(word);
}

export function isExact(word: number): boolean {
  return lexicon().words.isExact(word);
}

/** Every stem with its endings, for words that are looked up by distance; names are taken as they are. */
export function allStems(): Iterable<InflectedStem> {
  return lexicon().words.stems();
}

/** The words that begin so, for what a till has cut. */
export function wordsBeginning(start: string): number[] {
  return lemmasOf((lemma) => lemma.length > start.length && lemma.startsWith(start)).filter(
    (word) => !isTillWord(word),
  );
}

/** The words whose base form, without marks, is such; none that only names have. */
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
