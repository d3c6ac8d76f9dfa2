/** Prepositions that tills cut to their first letter: `BUŁKI B/GL.`, `MLECZKO D/MEBLI`. */
const CUT: ReadonlyMap<string, string> = new Map([
  ['b', 'bez'],
  ['d', 'do'],
  ['n', 'na'],
  ['z', 'z'],
]);
/** What is cut behind `bez`. */
const MISSING = [
  { cut: /^gl(?:u|ut|ute|uten)?$/, word: 'glutenu' },
  { cut: /^la(?:k|kt|kto|ktoz)?$/, word: 'laktozy' },
  { cut: /^cu(?:k|kr)?$/, word: 'cukru' },
];

/** The preposition that one letter before a slash stands for; null where it is none. */
export function slashWord(text: string, start: number, end: number): string | null {
  if (end - start !== 1 || /[\p{L}\p{N}/]/u.test(text[start - 1] ?? '')) return null;
  if (!/^\/\s?\p{L}{2}/u.test(text.slice(end, end + 4))) return null;
  return CUT.get((text[start] ?? '').toLowerCase()) ?? null;
}

/** The word right behind such a slash, spelled out; null elsewhere. */
export function afterSlash(
  text: string,
  start: number,
  before: string | undefined,
  letters: string,
): string | null {
  const slash = /\/\s?$/.exec(text.slice(0, start));
  if (slash === null || slashWord(text, slash.index - 1, slash.index) === null) return null;
  const missing = before === 'bez' ? MISSING.find(({ cut }) => cut.test(letters)) : undefined;
  return missing?.word ?? letters;
}

/** `MAKARON BEZGLUT.` */
export function cutClaim(word: string): string | null {
  const cut = /^bez(gl(?:u|ut|ute|uten)?|lak(?:t|to|toz)?)$/i.exec(word)?.[1]?.toLowerCase();
  if (cut === undefined) return null;
  return cut.startsWith('gl') ? 'bezglutenowy' : 'bezlaktozowy';
}
