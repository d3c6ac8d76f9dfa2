import words from './data/words.json' with { type: 'json' };
import { foldedWords } from './tokens.ts';

/** Prepositions, conjunctions and their like, of both languages, without marks. */
export const FUNCTION_WORDS = foldedWords(words.function);
