import { fold } from '#shared/language/fold.ts';
import data from './data/polish-place-endings.json' with { type: 'json' };

const BEFORE: ReadonlySet<string> = new Set(data.before.map(fold));
const BESIDE: ReadonlySet<string> = new Set(data.beside.map(fold));

/** Whether a word, folded, stands before a place: `w`, `do`, `in`. */
export function isBeforePlace(word: string): boolean {
  return BEFORE.has(word);
}

/** Whether it stands before what a place lies at: `nad`, `koło`, `near`. */
export function isBeside(word: string): boolean {
  return BESIDE.has(word);
}

const ENDINGS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.endings));
const MAX_ENDING_LENGTH = Math.max(...[...ENDINGS.keys()].map(({ length }) => length));
/** Each is a question to the geocoder, which takes six at once from one address. */
const MAX_BASE_FORMS = 4;

/** A place as somebody named it: `Kraków`, `nad morzem w Sopocie`, `Paris, France`. */
export interface NamedPlace {
  /** Without what stands around it: `Sopocie`. */
  readonly name: string;
  /** What was said of where it is, after a comma. */
  readonly within: string | null;
}

/**
 * The name in what was written for a place: `w Krakowie na Kazimierzu` → `Krakowie`. What stands behind
 * `nad` may belong to it: `Kostrzyn nad Odrą`.
 */
export function namedPlace(text: string): NamedPlace {
  const [first = '', ...rest] = text.split(',');
  const words = first.split(/\s+/).filter((word) => word !== '');
  const start = words.findLastIndex((word) => isBeforePlace(fold(word))) + 1;
  const after = words.slice(isBeside(fold(words[start] ?? '')) ? start + 1 : start);
  const end = after.findIndex((word, at) => at > 0 && isBeside(fold(word)) && fold(word) !== 'nad');
  const name = after.slice(0, end < 0 ? undefined : end).join(' ');
  const within = rest.join(' ').trim();
  // Prepositions alone are what was written: the geocoder says that there is no such place.
  return { name: name === '' ? first.trim() : name, within: within === '' ? null : within };
}

/**
 * What an inflected Polish name may be in its base form, likeliest first, without diacritics:
 * `Zielonej Górze` → `zielona gora`. English and foreign names come out as nonsense that no geocoder knows.
 */
export function baseForms(name: string): string[] {
  const parts = fold(name).split(/([\s-]+)/);
  let forms: { readonly text: string; readonly rank: number }[] = [{ text: '', rank: 0 }];
  for (const part of parts) {
    const options = /^[\s-]*$/.test(part) ? [part] : baseFormsOf(part);
    forms = forms.flatMap(({ text, rank }) =>
      options.map((option, index) => ({ text: text + option, rank: rank + index })),
    );
    // The best of them stay among the best, so what is cut off here is never needed.
    forms = forms.sort((a, b) => a.rank - b.rank).slice(0, MAX_BASE_FORMS + 1);
  }
  return forms
    .map(({ text }) => text)
    .filter((text) => text.length > 1 && text !== fold(name))
    .slice(0, MAX_BASE_FORMS);
}

function baseFormsOf(word: string): string[] {
  const longest = Math.min(MAX_ENDING_LENGTH, word.length);
  for (let length = longest; length > 0; length -= 1) {
    const bases = ENDINGS.get(word.slice(-length));
    if (bases !== undefined) return bases.map((base) => word.slice(0, -length) + base);
  }
  return [word];
}
