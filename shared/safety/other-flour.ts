import words from './data/words.json' with { type: 'json' };
import { englishStems } from './inflect-english.ts';
import { isForm, polishStems } from './inflect-polish.ts';
import type { Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { wordAt } from './sentences.ts';
import { foldWord, type Token } from './tokens.ts';

/** What is made of any flour, and its usual batter. */
const DOUGHS = [
  ...words.doughs.pl.map((word) => polishStems(word)),
  ...words.doughs.en.map((word) => englishStems(word)),
];
/** Bread, which often has some other flour too; only what is made from it counts. */
const LOAVES = [
  ...words.loaves.pl.map((word) => polishStems(word)),
  ...words.loaves.en.map((word) => englishStems(word)),
];
const FLOUR = /^(?:mak[aieo]|mace|maczk|flour)/;
const WATER = /^(?:wod|water)/;
const USUAL: readonly Substance[] = ['gluten', 'eggs', 'milk', 'egg', 'dairy'];
const BESIDE_FLOUR = USUAL.filter((substance) => substance !== 'gluten');
const NONE: readonly Substance[] = [];

/**
 * What a dish of dough no longer has for certain where its sentence names another flour and none with
 * gluten: `naleśniki usmażyłam z mąki ryżowej`, `pancakes from lupin flour and water`. It still may; and so may
 * what is made of flour and water (`placki z mąki i wody`) have eggs and milk.
 */
export function leftOpenByFlour(
  tokens: readonly Token[],
  matches: readonly Match[],
): (match: Match) => readonly Substance[] {
  const flours = matches.filter(isFlour);
  if (flours.length === 0) return () => NONE;
  return (match) => {
    const isLoaf = isOneOf(match, LOAVES);
    if (match.entry.kind !== 'implied' || !(isLoaf || isOneOf(match, DOUGHS))) return NONE;
    const named = flours.filter((flour) => isOneSentence(match, flour));
    if (isLoaf && !named.every(isMadeFrom)) return NONE;
    const isOther = named.length > 0 && named.every(({ entry }) => !entry.has.includes('gluten'));
    if (isOther) return USUAL;
    return named.some(isWithWater) ? BESIDE_FLOUR : NONE;
  };

  function isFlour({ from, to, entry }: Match): boolean {
    const names = tokens.slice(from, to).some(({ word }) => FLOUR.test(word));
    return names && (entry.has.includes('gluten') || to - from > 1);
  }

  /** `z mąki`, `from rice flour`; `z mąką` is with some of it. */
  function isMadeFrom({ from }: Pick<Match, 'from'>): boolean {
    const isOf = /^(?:z|ze|samej|of|from|just|only)$/.test(wordAt(tokens, from - 1));
    return isOf && !/^mak[ao]$/.test(wordAt(tokens, from));
  }

  /** `flour and water`, after `of` or `from`, and nothing behind that it may be made of too. */
  function isWithWater({ from, to }: Match): boolean {
    const isAnd = /^(?:i|and)$/.test(wordAt(tokens, to)) && WATER.test(wordAt(tokens, to + 1));
    return isMadeFrom({ from }) && isAnd && !/^(?:i|and|with|z|ze)$/.test(wordAt(tokens, to + 2));
  }

  function isOneOf({ from, to }: Match, stems: typeof DOUGHS): boolean {
    const names = tokens.slice(from, to).map(({ word }) => foldWord(word));
    return names.length === 1 && stems.some((one) => isForm(names[0] ?? '', one));
  }

  function isOneSentence(one: Match, other: Match): boolean {
    const [from, to] = [Math.min(one.from, other.from), Math.max(one.from, other.from)];
    return tokens.slice(from + 1, to + 1).every(({ gap }) => gap !== 'dot' && gap !== 'line');
  }
}
