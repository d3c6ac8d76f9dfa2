/** Words of a folded text that begin with one of the stems; those with `$` are whole words. */
export function stemPattern(stems: readonly string[]): RegExp {
  const words = stems.map((stem) => stem.replace(/\$$/, '\\b'));
  return new RegExp(`\\b(?:${words.join('|')})`);
}
