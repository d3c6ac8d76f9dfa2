const MARKED = /[ąćęłńóśźż]/;
const BARE: Readonly<Record<string, string>> = {
  ą: 'a',
  ć: 'c',
  ę: 'e',
  ł: 'l',
  ń: 'n',
  ó: 'o',
  ś: 's',
  ź: 'z',
  ż: 'z',
};
/** Consonants that soften at the end of a stem only: masło → maśle, jagnię → jagniąt has none. */
const SOFT = /[ćńśź]/;
const SOFTENED_LETTERS = 2;

/**
 * Whether a word written with Polish marks may be a form of a lemma. Marks that are missing say nothing,
 * since people, tills and readers of print lose them; a mark that the lemma cannot have says that it is
 * another word: `rąk` is no `rak`, `beże` are no `beza`, `kiszę` is no `kisz`.
 * @param letters the word in lower case with its marks
 * @param stemLength how many of its letters are the stem; the rest is the ending
 */
export function marksAgree(letters: string, lemma: string, stemLength: number): boolean {
  if (!MARKED.test(letters)) return true;
  let bent = false;
  for (let at = 0; at < stemLength; at += 1) {
    const [written = '', meant = ''] = [letters[at], lemma[at]];
    if (bareLetter(written) !== bareLetter(meant)) {
      bent ||= meant !== '';
      continue;
    }
    if (written === meant || !MARKED.test(written)) continue;
    if (!mayTurn(written, meant, at >= stemLength - SOFTENED_LETTERS)) return false;
  }
  return endingFits(letters.slice(stemLength), lemma, letters.slice(0, stemLength), bent);
}

function mayTurn(written: string, meant: string, nearEnd: boolean): boolean {
  if (written === 'ó') return true;
  if (/[żź]/.test(written) && /[żź]/.test(meant)) return true;
  return nearEnd && SOFT.test(written);
}

/** -ę and -ą are endings of feminine nouns and -ą of adjectives; after a softened stem -e only is one. */
function endingFits(ending: string, lemma: string, stem: string, bent: boolean): boolean {
  if (!/[ąę]/.test(ending)) return true;
  const adjective = /[yie]$/.test(lemma) || (stem.endsWith('ow') && !lemma.startsWith(stem));
  if (ending.includes('ą')) return adjective || (!bent && /[ać]$/.test(lemma));
  return !bent && /[ai]$/.test(lemma);
}

/** The letter without its Polish mark. */
export function bareLetter(letter: string): string {
  return BARE[letter] ?? letter;
}
