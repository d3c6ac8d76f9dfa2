import words from './data/words.json' with { type: 'json' };
import { englishStems } from './inflect-english.ts';
import { isForm, polishStems } from './inflect-polish.ts';
import type { Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { foldWord, type Token } from './tokens.ts';

/** What is made of any flour, and its usual batter. */
const DOUGHS = [
  ...words.doughs.pl.map((word) => polishStems(word)),
  ...words.doughs.en.map((word) => englishStems(word)),
];
const FLOUR = /^(?:mak[aieo]|mace|maczk|flour)/;
const USUAL: readonly Substance[] = ['gluten', 'eggs', 'milk', 'egg', 'dairy'];
const NONE: readonly Substance[] = [];

/**
 * What a dish of dough no longer has for certain where its sentence names another flour and none with
 * gluten: `naleśniki usmażyłam z mąki ryżowej`, `pancakes from lupin flour and water`. It still may.
 */
export function leftOpenByFlour(
  tokens: readonly Token[],
  matches: readonly Match[],
): (match: Match) => readonly Substance[] {
  const flours = matches.filter(isFlour);
  if (flours.length === 0) return () => NONE;
  return (match) => {
    if (match.entry.kind !== 'implied' || !isDough(match)) return NONE;
    const named = flours.filter((flour) => isOneSentence(match, flour));
    const isOther = named.length > 0 && named.every(({ entry }) => !entry.has.includes('gluten'));
    return isOther ? USUAL : NONE;
  };

  function isFlour({ from, to, entry }: Match): boolean {
    const names = tokens.slice(from, to).some(({ word }) => FLOUR.test(word));
    return names && (entry.has.includes('gluten') || to - from > 1);
  }

  function isDough({ from, to }: Match): boolean {
    const names = tokens.slice(from, to).map(({ word }) => foldWord(word));
    return names.length === 1 && DOUGHS.some((stems) => isForm(names[0] ?? '', stems));
  }

  function isOneSentence(one: Match, other: Match): boolean {
    const [from, to] = [Math.min(one.from, other.from), Math.max(one.from, other.from)];
    return tokens.slice(from + 1, to + 1).every(({ gap }) => gap !== 'dot' && gap !== 'line');
  }
}
