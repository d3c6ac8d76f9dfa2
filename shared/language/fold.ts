/**
 * A text as it is compared: lower case, no diacritics, `ł` included (Unicode does not take that one
 * apart). `Śmietana` → `smietana`, `Łosoś` → `losos`, `Crème` → `creme`.
 */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The folded words of a text: `Piersi z kurczaka, 2 szt.` → `piersi z kurczaka 2 szt`. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
