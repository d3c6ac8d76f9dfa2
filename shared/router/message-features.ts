import { withPolishMarks } from '#shared/embedding/polish-marks.ts';
import { embed } from '#shared/embedding/sentence-vectors.ts';
import type { Features } from './classify.ts';
import { conceptFeatures } from './concept-features.ts';
import type { MessageLanguage } from './labels.ts';
import { letterFeatures } from './letter-features.ts';
import { messageWords } from './message-words.ts';

/** More places do not sort better, fewer do. */
export const PLACES = 16_384;
/** Beyond it a vector costs more than a message may, and says little more. */
const MAX_CHARACTERS = 600;
const MARKS = /[ąćęłńóśźż]/i;

/** What the characters show: runs of letters and words, and what the words are about. */
export function writtenFeatures(text: string, language: MessageLanguage): Features {
  const words = messageWords(text);
  return new Map([
    ['letters', letterFeatures(words, PLACES)],
    ['concepts', conceptFeatures(text.slice(0, MAX_CHARACTERS), words, language, PLACES)],
  ]);
}

/**
 * The sentence's vector; Polish without marks gets them back first, for the model hardly knows it.
 * @throws Error where the runtime has no binary for the platform
 */
export async function meaningOf(text: string, language: MessageLanguage): Promise<Float32Array> {
  const read = text.slice(0, MAX_CHARACTERS);
  const marked = language === 'pl' && !MARKS.test(read) ? await withPolishMarks(read) : read;
  const [vector] = await embed([marked], 'query');
  if (vector === undefined) throw new Error('a message has no vector');
  return vector;
}
