import type { Language } from '#shared/language/lemma.ts';

/** Endings of folded words behind a stem of three letters and more: `oct-em`, `oct-u`; `chip`, `chip-ped`. */
const ENDINGS: Readonly<Record<Language, ReadonlySet<string>>> = {
  pl: new Set(
    '|a|u|y|i|e|o|em|om|ow|ie|ia|iu|ami|ach|ej|ego|ych|ym|ek|ka|ki|ku|ce|ac|ec|yc|ic|ony|ona|one'.split(
      '|',
    ),
  ),
  en: new Set('|s|es|ed|d|ing|er|ers|y|ly'.split('|')),
};
const MIN_STEM = 3;

/** Whether two short words are one with different endings; longer ones are compared by their fours. */
export function isSameStem(one: string, other: string, language: Language): boolean {
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem += 1;
  if (stem < MIN_STEM) return false;
  return [one, other].every((word) => ENDINGS[language].has(endingOf(word, stem, language)));
}

/** English doubles the last letter of a stem: `chip`, `chipped`. */
function endingOf(word: string, stem: number, language: Language): string {
  const ending = word.slice(stem);
  const isDoubled = language === 'en' && ending.length > 1 && ending[0] === word[stem - 1];
  return isDoubled ? ending.slice(1) : ending;
}
