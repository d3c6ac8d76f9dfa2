import { withoutMarks } from './without-marks.ts';

/** A text as it is compared: lower case, no diacritics. `Śmietana` → `smietana`, `Łosoś` → `losos`. */
export function fold(text: string): string {
  return withoutMarks(text.toLowerCase());
}

/** The folded words of a text: `Piersi z kurczaka, 2 szt.` → `piersi z kurczaka 2 szt`. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
}
