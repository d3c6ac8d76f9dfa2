import { fold } from '#shared/language/fold.ts';
import { knownLemmas } from '#shared/language/known-lemmas-pl.ts';
import type { Language } from '#shared/language/lemma.ts';
import { englishLemma } from '#shared/language/lemma-en.ts';
import { polishLemma } from '#shared/language/lemma-pl.ts';
import tables from './data/base-names.json' with { type: 'json' };

/** What a dictionary has in the plural, by the singular that its endings lead to: `płatek` → `płatki`. */
const PLURALS: ReadonlyMap<string, string> = new Map(Object.entries(tables.plurals));
const FEMININE = new Set(tables.feminine);
const NEUTER = new Set(tables.neuter);
const PREPOSITIONS = new Set(tables.prepositions);
const ENGLISH_PLURALS = new Set(tables.englishPlurals);

/** The dictionary form of a food's name: `jogurtów naturalnych` → `jogurt naturalny`, `eggs` → `egg`. */
export function baseName(words: readonly string[], language: Language): string {
  const written = words.map((word) => word.toLowerCase());
  return (language === 'pl' ? polishName(written) : englishName(written)).join(' ');
}

function englishName(words: readonly string[]): string[] {
  return words.map((word, at) =>
    at < words.length - 1 || ENGLISH_PLURALS.has(word) ? word : englishLemma(word),
  );
}

/** The noun and the adjectives that agree with it; what hangs on it stays (`pierś z kurczaka`). */
function polishName(words: readonly string[]): string[] {
  const behind = words.findIndex((word) => PREPOSITIONS.has(word));
  const own = behind === -1 ? words : words.slice(0, behind);
  const lemmas = own.map(polishLemma);
  const head = lemmas.findIndex((lemma) => !isAdjective(lemma));
  const noun = lemmas[head];
  const plural = noun === undefined ? undefined : PLURALS.get(noun);
  return words.map((word, at) => {
    const lemma = lemmas[at];
    if (lemma === undefined) return word;
    if (at === head) return plural ?? lemma;
    // `mielonego` for minced meat: an adjective that stands for its noun.
    if (noun === undefined) return agreeing(lemma, /(?:ego|e)$/.test(word) ? 'n' : 'm');
    return isAdjective(lemma) ? agreeing(lemma, plural === undefined ? genderOf(noun) : 'n') : word;
  });
}

export function isAdjective(lemma: string): boolean {
  const { adjectives, nouns } = knownLemmas();
  const has = (list: ReadonlyMap<string, readonly string[]>) =>
    list.get(fold(lemma))?.includes(lemma) ?? false;
  return has(adjectives) || (!has(nouns) && /(?:[wnst]y|[sc]ki)$/.test(lemma));
}

type Gender = 'm' | 'f' | 'n';

function genderOf(noun: string): Gender {
  if (FEMININE.has(noun) || noun.endsWith('a')) return 'f';
  return NEUTER.has(noun) || /[oeęi]$/.test(noun) || noun.endsWith('um') ? 'n' : 'm';
}

/** `pszenny` with a feminine noun is `pszenna`, `grecki` `grecka`, `kozi` `kozia`. */
function agreeing(adjective: string, gender: Gender): string {
  if (gender === 'm') return adjective;
  const ending = gender === 'f' ? 'a' : 'e';
  if (adjective.endsWith('y')) return adjective.slice(0, -1) + ending;
  const soft = gender === 'n' || !/[kg]i$/.test(adjective);
  return (soft ? adjective : adjective.slice(0, -1)) + ending;
}
