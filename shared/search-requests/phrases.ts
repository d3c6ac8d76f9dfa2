import { fold } from '#shared/language/fold.ts';
import { matchesWord } from '#shared/pantry-requests/cue-patterns.ts';
import groups from './data/words.json' with { type: 'json' };

/** A word of a message, folded, with its place in it. */
export interface PlacedWord {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

export type PhraseGroup = keyof typeof groups;

/** The words of a message; a sign within one belongs to it: `gluten-free` is two, `co’s` two. */
export function placedWords(message: string): PlacedWord[] {
  return [...message.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map(({ 0: word, index }) => {
    return { text: fold(word), at: index, end: index + word.length };
  });
}

/** How many words from here on are a phrase of the group: the longest; 0 where none begins. */
export function phraseLength(words: readonly PlacedWord[], at: number, group: PhraseGroup): number {
  const lengths = groups[group].map((phrase) => {
    const parts = phrase.split(' ');
    const fits = parts.every((part, offset) =>
      matchesWord(part.split('|'), words[at + offset]?.text ?? ''),
    );
    return fits ? parts.length : 0;
  });
  return Math.max(...lengths);
}

export function hasPhrase(words: readonly PlacedWord[], group: PhraseGroup): boolean {
  return words.some((_, at) => phraseLength(words, at, group) > 0);
}
