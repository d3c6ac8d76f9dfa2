import words from './data/words.json' with { type: 'json' };
import { foldWord } from './tokens.ts';

/** The beginning of a word and the endings it may have, both without diacritics. */
export type Stem = readonly [stem: string, endings: ReadonlySet<string>];

const endings = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const NOUN_WITH_ENDING = endings('a e o u y i em om ow owi ami ach');
const NOUN = new Set(['', ...NOUN_WITH_ENDING]);
const SOFT = endings('i ia ie ii io iu iem iom iow iowi iami iach');
const AFTER_K = endings('i iem');
const ADJECTIVE = endings('y i a e o ego emu ej ym ymi ych');
const ADJECTIVE_K = endings('i a e ie o iego iemu iej im imi ich');
/** rybi, żytni, kozi: soft all through. */
const ADJECTIVE_SOFT = endings('i ia ie io iego iemu iej im imi ich');
const FEMININE_NOUN = new Set(['', ...endings('a e o y i ie om ami ach')]);
/** Nouns whose adjectives and masculine forms are other words: `tartego`, `maku`, `pitego`. */
const ONLY_NOUNS: ReadonlySet<string> = new Set(words.onlyNouns.map(foldWord));
/** `sałata lodowa` is no ice cream. */
const NO_ADJECTIVE: ReadonlySet<string> = new Set(words.noAdjective.map(foldWord));
const E = endings('e');
/** Only what ends in a vowel softens so: `mąka` → `mące`, but `rak` → `raku`. */
const FEMININE: ReadonlySet<string> = new Set(['ch', 'k', 'g']);
const IE = endings('ie');
const NONE = new Set(['']);

/** Of the personal masculine, which kitchens use for food too: `miękcy`, `tatarscy`. */
const Y = endings('y');

/** Last consonants before the ending -e of the locative and dative, and what becomes of them. */
const SOFTENED: readonly (readonly [from: string, to: string, endings: ReadonlySet<string>])[] = [
  ['ch', 'sz', E],
  ['st', 'sc', IE],
  ['k', 'c', E],
  ['g', 'dz', E],
  ['r', 'rz', endings('e y')],
  ['t', 'c', IE],
  ['d', 'dz', IE],
  ['l', 'l', E],
];

/** Vowels that change before a softened consonant: ciasto → cieście, sąsiad has no food for it. */
const BENT: readonly (readonly [from: string, to: string])[] = [
  ['iast', 'iesc'],
  ['iat', 'iec'],
  ['iad', 'iedz'],
];

/**
 * How a Polish word may look in a sentence. It allows more than grammar does (every word is taken for
 * a noun and an adjective of every gender), because what only recognises words loses nothing by that.
 * The adjective in -owy comes along: `ser` also stands for `serowy`.
 */
export function polishStems(lemma: string): Stem[] {
  const word = foldWord(lemma);
  if (word.length < 3) return [[word, NONE]];
  if (ONLY_NOUNS.has(word)) return [...feminineStems(word.slice(0, -1))];
  const stems: Stem[] = [];
  const vowel = /[aeoiy]$/.test(word);
  const stem = vowel ? word.slice(0, -1) : word.replace(/(?<=...)um$/, '');
  const hard = stem.endsWith('i') ? stem.slice(0, -1) : stem;
  addNoun(stems, hard, vowel);
  if (hard !== stem) stems.push([hard, SOFT]);
  if (word.endsWith('i')) stems.push([hard, ADJECTIVE_SOFT]);
  if (hard.endsWith('j')) stems.push([hard.slice(0, -1), endings('i ii')]);
  if (!NO_ADJECTIVE.has(word)) stems.push([`${hard}ow`, ADJECTIVE], [`${hard}iow`, ADJECTIVE]);
  if (vowel) {
    stems.push([hard, /[kg]$/.test(hard) ? ADJECTIVE_K : ADJECTIVE]);
    if (/[sc]k$/.test(hard)) stems.push([`${hard.slice(0, -1)}c`, Y]);
  } else {
    for (const short of withoutFleetingE(word)) {
      addNoun(stems, short, false);
      stems.push([`${short}ow`, ADJECTIVE]);
    }
  }
  return stems;
}

/** A noun in -a by the book: `tarta` has `tartę` and `tarcie`, and no `tartego`. */
function feminineStems(stem: string): Stem[] {
  const stems: Stem[] = [[stem, FEMININE_NOUN]];
  if (/[kg]$/.test(stem)) stems.push([stem, endings('i')]);
  for (const [from, to, after] of SOFTENED) {
    if (stem.endsWith(from)) stems.push([stem.slice(0, -from.length) + to, after]);
  }
  return stems;
}

/** Whether a word, without diacritics, is a form of what has these stems. */
export function isForm(word: string, stems: readonly Stem[]): boolean {
  return stems.some(
    ([stem, endings]) => word.startsWith(stem) && endings.has(word.slice(stem.length)),
  );
}

function addNoun(stems: Stem[], stem: string, vowel: boolean): void {
  // `pomidorów` are tomatoes and not `pomidorowa`.
  stems.push([stem, vowel && /..ow$/.test(stem) ? NOUN_WITH_ENDING : NOUN]);
  if (/[kg]$/.test(stem)) stems.push([stem, AFTER_K]);
  if (/[szcnpbwmflj]$/.test(stem)) stems.push([stem, SOFT]);
  if (!vowel && stem.endsWith('k')) stems.push([`${stem.slice(0, -1)}c`, Y]);
  for (const [from, to] of BENT) {
    if (stem.endsWith(from)) stems.push([stem.slice(0, -from.length) + to, IE]);
  }
  for (const [from, to, after] of SOFTENED) {
    if (!vowel && FEMININE.has(from)) continue;
    if (stem.endsWith(from)) {
      stems.push([stem.slice(0, -from.length) + to, after]);
      break;
    }
  }
  // truskawka → truskawek, masło → maseł
  if (/[^aeiouy][^aeiouy]$/.test(stem)) {
    stems.push([`${stem.slice(0, -1)}e${stem.slice(-1)}`, NONE]);
    stems.push([`${stem.slice(0, -1)}ie${stem.slice(-1)}`, NONE]);
  }
}

/** orzeszek → orzeszk-, nerkowiec → nerkowc-, homarzec → homarc-, cukier → cukr-, kolendra has none */
function withoutFleetingE(word: string): string[] {
  if (word.length < 5) return [];
  if (word.endsWith('rzec')) return [`${word.slice(0, -3)}c`, `${word.slice(0, -2)}c`];
  if (/ie[cklnr]$/.test(word)) return [word.slice(0, -3) + word.slice(-1)];
  return /e[cklnr]$/.test(word) ? [word.slice(0, -2) + word.slice(-1)] : [];
}
