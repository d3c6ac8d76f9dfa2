import guesses from './data/guesses-pl.json' with { type: 'json' };

const INSTEAD: ReadonlyMap<string, string> = new Map(Object.entries(guesses));
const MAX_ENDING_LENGTH = 5;

/**
 * The likely base form of a word that nobody listed, by its ending alone. Right for two forms
 * of three (how that was counted: data/README.md), so never the only thing a search relies on.
 * @param word in lower case, with its diacritics
 */
export function guessLemma(word: string): string {
  for (let length = Math.min(MAX_ENDING_LENGTH, word.length - 2); length > 0; length -= 1) {
    const instead = INSTEAD.get(word.slice(-length));
    if (instead !== undefined) return word.slice(0, -length) + instead;
  }
  return word;
}
