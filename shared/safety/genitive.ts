import claims from './data/claims.json' with { type: 'json' };
import { foldedWords, type Token } from './tokens.ts';

const GENITIVES = foldedWords(claims.continued.pl);

/** Whether a Polish word surely is in the genitive, as what is denied or what something is for: `mleka`, `orzechów`. */
export function isGenitiveWord({ word, letters }: Token): boolean {
  return GENITIVES.has(word) || /(?:ów|ego|ych|ej|[^f]u)$/.test(letters);
}

interface Words {
  readonly from: number;
  readonly to: number;
}

/** Whether every word of a food is in the genitive. */
export function isGenitive(tokens: readonly Token[], { from, to }: Words): boolean {
  return tokens.slice(from, to).every(isGenitiveWord);
}

/** `mąkę`, `śmietanę`: a Polish negation has the genitive. */
export function isAccusative(tokens: readonly Token[], { from, to }: Words): boolean {
  return tokens.slice(from, to).some(({ letters }) => letters.endsWith('ę'));
}
