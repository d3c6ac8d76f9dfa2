import { fold } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import tables from './data/places.json' with { type: 'json' };
import { overlaps } from './overlaps.ts';
import type { NameSlot, Place } from './slots.ts';

/** Names by every form of theirs, folded. */
const CITIES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  pl: new Map(
    Object.entries(tables.cities.pl).flatMap(([name, forms]) =>
      [name, ...forms].map((form) => [fold(form), name] as const),
    ),
  ),
  en: new Map(tables.cities.en.map((name) => [fold(name), name] as const)),
};
const WEATHER = { pl: new Set(tables.weather.pl), en: new Set(tables.weather.en) };
const PREPOSITIONS = {
  pl: new Set(tables.prepositions.pl.map(fold)),
  en: new Set(tables.prepositions.en),
};

interface Word extends Place {
  readonly text: string;
}

/** Names that are also words of the language count only with a large letter: `in Nice`, `na pile`. */
const ALSO_WORDS = new Set(tables.alsoWords.map(fold));

/**
 * Places behind a preposition: cities that are listed, and where weather is asked for any other name that is
 * written as one (`pogoda w Łomiankach`). Shops, months and people are none of these.
 * @param taken where other slots stand
 */
export function findPlaces(text: string, language: Language, taken: readonly Place[]): NameSlot[] {
  const words = [...text.matchAll(/\p{L}[\p{L}-]*/gu)].map((match): Word => {
    return { text: match[0], at: match.index, end: match.index + match[0].length };
  });
  const weather = words.some((word) => WEATHER[language].has(fold(word.text)));
  return words.flatMap((word, index) => {
    const first = words[index + 1];
    if (first === undefined || !PREPOSITIONS[language].has(fold(word.text))) return [];
    const found =
      cityAt(words, index + 1, language) ??
      (weather && isWhere(word.text) ? nameAt(first, language) : undefined);
    return found === undefined || overlaps(found, taken) ? [] : [found];
  });
}

/** `w Łomiankach`, `for Skegness`; `z Tomkiem` and `from Kate` say with whom. */
function isWhere(preposition: string): boolean {
  return !/^(?:do|za?|ze|od|przez|from|to|through|via|visit|visiting|into)$/i.test(preposition);
}

/** A place of several words, whichever they are: `Środa Śląska` is no day. */
export function findLongPlaces(text: string, language: Language): NameSlot[] {
  return findPlaces(text, language, []).filter(({ at, end }) => text.slice(at, end).includes(' '));
}

function cityAt(words: readonly Word[], at: number, language: Language): NameSlot | undefined {
  for (const length of [2, 1]) {
    const [first, last] = [words[at], words[at + length - 1]];
    if (first === undefined || last === undefined) continue;
    const written = words.slice(at, at + length).map(({ text }) => fold(text));
    const name = CITIES[language].get(written.join(' ')) ?? CITIES.pl.get(written.join(' '));
    const small = first.text === first.text.toLowerCase();
    if (name !== undefined && !(small && ALSO_WORDS.has(written.join(' ')))) {
      const shown = language === 'en' ? asWritten(words.slice(at, at + length)) : name;
      return { name: shown, at: first.at, end: last.end };
    }
  }
  return undefined;
}

/** English does not inflect: what stands there is the name. */
function asWritten(words: readonly Word[]): string {
  return words.map(({ text }) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`).join(' ');
}

function nameAt(word: Word, language: Language): NameSlot | undefined {
  if (!/^\p{Lu}\p{Ll}{2,}/u.test(word.text)) return undefined;
  const name = language === 'pl' ? nominative(word.text) : word.text;
  return { name, at: word.at, end: word.end };
}

/** The likely name of a place in the locative: `Pułtusku`, `Łomiankach`, `Sieradzu`, `Wadowicach`. */
const LOCATIVES: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/owie$/, 'ów'],
  [/icach$/, 'ice'],
  [/kach$/, 'ki'],
  [/nie$/, 'n'],
  [/cie$/, 't'],
  [/iu$/, ''],
  [/u$/, ''],
  [/cy$/, 'ca'],
  [/wie$/, 'wa'],
];

function nominative(written: string): string {
  const rule = LOCATIVES.find(([ending]) => ending.test(written));
  return rule === undefined ? written : written.replace(rule[0], rule[1]);
}
