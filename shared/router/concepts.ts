import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { fold } from '#shared/language/fold.ts';
import { withinOneSlip } from '#shared/language/one-slip.ts';
import type { MessageLanguage } from './labels.ts';

/** Words of a concept by language, `kurczak*` for all that begin so. */
const Concepts = z.record(z.string(), z.object({ pl: z.string(), en: z.string() }));

interface Entry {
  readonly word: string;
  readonly isStem: boolean;
  readonly concepts: readonly string[];
}

interface Vocabulary {
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  /** Long enough that a slip does not make another word. */
  readonly long: readonly Entry[];
}

const SHORTEST_WITH_SLIP = 5;
const SHORTEST_STEM = 2;
const MAX_REMEMBERED = 5_000;

const vocabularies = new Map<MessageLanguage, Vocabulary>();
const remembered = new Map<string, readonly string[]>();

/**
 * What a folded word is about: `kurczakiem` → food, `zuzylam` → past-stock, `pogdoa` → weather. One
 * slip of the keys is forgiven where the word as it stands is about nothing.
 */
export function conceptsOf(word: string, language: MessageLanguage): readonly string[] {
  const key = `${language} ${word}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const vocabulary = vocabularyOf(language);
  const exact = asWritten(word, vocabulary);
  const found = exact.length > 0 ? exact : withSlip(word, vocabulary);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

function asWritten(word: string, { words, stems }: Vocabulary): string[] {
  const found = new Set(words.get(word));
  for (let length = SHORTEST_STEM; length <= word.length; length += 1) {
    for (const concept of stems.get(word.slice(0, length)) ?? []) found.add(concept);
  }
  return [...found];
}

function withSlip(word: string, { long }: Vocabulary): string[] {
  if (word.length < SHORTEST_WITH_SLIP) return [];
  const meant = long.filter((entry) => {
    if (!entry.isStem) return withinOneSlip(word, entry.word);
    const { length } = entry.word;
    return [length, length + 1, length - 1].some((end) =>
      withinOneSlip(word.slice(0, end), entry.word),
    );
  });
  return [...new Set(meant.flatMap(({ concepts }) => concepts))];
}

function vocabularyOf(language: MessageLanguage): Vocabulary {
  const read = vocabularies.get(language);
  if (read !== undefined) return read;
  const words = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  const concepts = Concepts.parse(readBeside('./data/concepts.json', import.meta.url));
  for (const [concept, of] of Object.entries(concepts)) {
    for (const written of of[language].split(' ')) {
      const isStem = written.endsWith('*');
      const word = fold(isStem ? written.slice(0, -1) : written);
      const of = isStem ? stems : words;
      of.set(word, [...(of.get(word) ?? []), concept]);
    }
  }
  const entries = (from: ReadonlyMap<string, string[]>, isStem: boolean): Entry[] =>
    [...from].map(([word, about]) => ({ word, isStem, concepts: about }));
  const long = [...entries(words, false), ...entries(stems, true)].filter(
    ({ word }) => word.length >= SHORTEST_WITH_SLIP,
  );
  const vocabulary = { words, stems, long };
  vocabularies.set(language, vocabulary);
  return vocabulary;
}
