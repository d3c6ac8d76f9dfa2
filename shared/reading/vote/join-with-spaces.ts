import type { Character } from '#shared/reading/model/character.ts';

/** One line out of the words that stand on it, from left to right, with a space between them. */
export function joinWithSpaces(words: readonly (readonly Character[])[]): Character[] {
  return words.flatMap((letters, at) => {
    const [before, first] = [words[at - 1]?.at(-1), letters[0]];
    if (before === undefined || first === undefined) return letters;
    const confidence = Math.min(before.confidence, first.confidence);
    return [{ text: ' ', at: (before.at + first.at) / 2, confidence }, ...letters];
  });
}
