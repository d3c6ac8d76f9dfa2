/**
 * Bare letters for the Latin ones with marks, `ł` included (Unicode does not take that one apart); the
 * case stays. `Śmietana` → `Smietana`, `Łosoś` → `Losos`, `Crème` → `Creme`. Elsewhere a mark makes
 * another letter: `й` is no `и`, and in `दूध` it is the vowel.
 */
export function withoutMarks(text: string): string {
  // Most words have none, and every word of every list comes through here.
  if (/^[ -~]*$/.test(text)) return text;
  const bare = text.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD');
  return bare.replace(/(\p{Script=Latin})\p{M}+/gu, '$1').normalize('NFC');
}
