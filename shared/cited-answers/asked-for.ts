import * as z from 'zod/mini';
import { foldedWords } from '#shared/language/fold.ts';
import kinds from './data/asked-kinds.json' with { type: 'json' };
import numbers from './data/number-words.json' with { type: 'json' };

const Kind = z.object({ asks: z.array(z.string()), units: z.array(z.string()) });
/** `asks`: words of a question of this kind; `units`: what stands beside the number of its answer. `*` ends a stem. */
const KINDS = z.record(z.string(), Kind).parse(kinds);
const NUMBER_WORDS: ReadonlySet<string> = new Set(numbers);
/** Words of a question that ask for a number of whatever. */
const AMOUNT = ['ile', 'ilu', 'how many', 'how much'];
/** A unit stands at most so many words from its number: `70 to 80 °C`. */
const NEAR = 2;
const SIGNS: Readonly<Record<string, string>> = {
  '°': ' stopni ',
  '£': ' pounds ',
  '€': ' euro ',
  $: ' dollars ',
};

/** What an answer must have in it, by how the question is put: kinds of data/asked-kinds.json. */
export interface AskedFor {
  readonly kinds: readonly string[];
  /** Whether it asks how much or how many of something. */
  readonly amount: boolean;
}

export function askedFor(question: string): AskedFor {
  const words = foldedWords(question);
  const asksAny = (phrases: readonly string[]) => phrases.some((phrase) => has(words, phrase));
  return {
    kinds: Object.entries(KINDS).flatMap(([kind, { asks }]) => (asksAny(asks) ? [kind] : [])),
    amount: asksAny(AMOUNT),
  };
}

/**
 * Whether a text has what is asked for: 1 or -1, by kinds of which it has one; 0 where nothing of a kind is
 * asked.
 */
export function givesAsked(text: string, { kinds: asked, amount }: AskedFor): -1 | 0 | 1 {
  if (asked.length === 0 && !amount) return 0;
  const words = foldedWords([...text].map((sign) => SIGNS[sign] ?? sign).join(''));
  const places = words.flatMap((word, at) => (isNumber(word) ? [at] : []));
  if (asked.length === 0) return places.length > 0 ? 1 : -1;
  const given = asked.some((kind) => {
    const units = KINDS[kind]?.units ?? [];
    return places.some((place) =>
      words.slice(Math.max(0, place - NEAR), place + NEAR + 1).some((word) => isAny(word, units)),
    );
  });
  return given ? 1 : -1;
}

function isNumber(word: string): boolean {
  return NUMBER_WORDS.has(word) || isDigit(word[0]);
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9';
}

/** Whether words have a phrase, one word after another. */
function has(words: readonly string[], phrase: string): boolean {
  const parts = phrase.split(' ');
  return words.some((_, at) => parts.every((part, next) => is(words[at + next] ?? '', part)));
}

function isAny(word: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => is(word, pattern));
}

function is(word: string, pattern: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
