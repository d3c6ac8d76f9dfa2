/**
 * Bare letters for those with marks, `ł` included (Unicode does not take that one apart); the case
 * stays. `Śmietana` → `Smietana`, `Łosoś` → `Losos`, `Crème` → `Creme`.
 */
export function withoutMarks(text: string): string {
  // Most words have none, and every word of every list comes through here.
  if (/^[ -~]*$/.test(text)) return text;
  const bare = text.replaceAll('ł', 'l').replaceAll('Ł', 'L');
  return bare.normalize('NFD').replace(/\p{M}/gu, '');
}
