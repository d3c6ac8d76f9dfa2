import endings from './data/endings-pl.json' with { type: 'json' };
import { fold } from './fold.ts';
import { guessLemma } from './guess-lemma-pl.ts';
import { type ByFolded, knownLemmas } from './known-lemmas-pl.ts';

type Endings = readonly (readonly [ending: string, instead: readonly string[]])[];

const NOUNS = longestFirst(endings.nouns);
const ADJECTIVES = longestFirst(endings.adjectives);
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(endings.irregular));

/**
 * The base form of a Polish food word: `jajek` → `jajko`, `mlekiem` → `mleko`, `pszennej` → `pszenny`.
 * Listed words (data/lemmas-pl.json) are found from any case and number, with or without
 * diacritics; for others the ending decides, which is right more often than not but no more.
 * Where a word without diacritics could be two (`maki`: mąka, mak) the first of the rules wins.
 */
export function polishLemma(word: string): string {
  const written = word.toLowerCase();
  const folded = fold(written);
  const irregular = IRREGULAR.get(folded);
  if (irregular !== undefined) return irregular;
  const { nouns, adjectives } = knownLemmas();
  const known = [
    ...candidates(folded, NOUNS, nouns),
    ...candidates(folded, ADJECTIVES, adjectives),
  ];
  const [first] = known;
  if (first === undefined) return guessLemma(written);
  // Written with diacritics, `mąki` is not of `mak`.
  return written === folded ? first : (known.find((lemma) => agrees(written, lemma)) ?? first);
}

/**
 * Every folded base form this word could be of, its own included. Two words of which one form is
 * shared may be the same word: enough for a search, and it needs no list.
 */
export function possibleLemmas(word: string): ReadonlySet<string> {
  const folded = fold(word);
  const irregular = IRREGULAR.get(folded);
  return new Set([
    folded,
    ...(irregular === undefined ? [] : [fold(irregular)]),
    ...bases(folded, NOUNS),
    ...bases(folded, ADJECTIVES),
  ]);
}

function candidates(folded: string, rules: Endings, known: ByFolded): string[] {
  return bases(folded, rules).flatMap((base) => known.get(base) ?? []);
}

/** What is left without an ending, with each ending a base form may have instead. */
function bases(folded: string, rules: Endings): string[] {
  const found = [folded];
  for (const [ending, instead] of rules) {
    if (!folded.endsWith(ending) || folded.length - ending.length < 2) continue;
    const stem = folded.slice(0, folded.length - ending.length);
    for (const end of instead) {
      found.push(stem + end);
      if (end === '' && ending !== '') found.push(...withFleetingE(stem));
      if (end !== '' && ending === '') found.push(...withoutFleetingE(stem).map((s) => s + end));
    }
  }
  return found;
}

/** `ogórk-` is of `ogórek`, `cukr-` of `cukier`. */
function withFleetingE(stem: string): string[] {
  const match = /^(.*[^aeiouy])([kclrtnws])$/.exec(stem);
  return match === null ? [] : [`${match[1]}e${match[2]}`, `${match[1]}ie${match[2]}`];
}

/** `śliwek` is of `śliwk-`, `ziaren` of `ziarn-`. */
function withoutFleetingE(stem: string): string[] {
  const match = /^(.*[^aeiouy])i?e([^aeiouy])$/.exec(stem);
  return match === null ? [] : [`${match[1]}${match[2]}`];
}

/** Letters that Polish swaps within one word: ó/o, ą/ę, and what softens before an ending. */
const SWAPS: Readonly<Record<string, string>> = {
  ó: 'o',
  ą: 'ę',
  ś: 's',
  ć: 'c',
  ź: 'z',
  ń: 'n',
  ł: 'l',
};

function agrees(written: string, lemma: string): boolean {
  const length = Math.max(2, Math.min(written.length, lemma.length) - 2);
  const same = (text: string) => [...text.slice(0, length)].map((c) => SWAPS[c] ?? c).join('');
  return same(written) === same(lemma);
}

function longestFirst(rules: Readonly<Record<string, readonly string[]>>): Endings {
  return Object.entries(rules).sort(([a], [b]) => b.length - a.length);
}
