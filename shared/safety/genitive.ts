import claims from './data/claims.json' with { type: 'json' };
import { foldedWords, type Token } from './tokens.ts';

const GENITIVES = foldedWords(claims.continued.pl);

/** Whether a Polish word surely is in the genitive, as what is denied or what something is for: `mleka`, `orzechów`. */
export function isGenitiveWord({ word, letters }: Token): boolean {
  return GENITIVES.has(word) || /(?:ów|ego|ych|ej|[^f]u)$/.test(letters);
}
