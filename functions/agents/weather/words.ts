import { fold } from '#shared/language/fold.ts';
import {
  PARTS_OF_DAY,
  type PartOfDay,
  TOPICS,
  type Topic,
} from '#shared/orchestration/agents/weather-state.ts';
import data from './data/words.json' with { type: 'json' };

const PLAIN: ReadonlySet<string> = new Set(data.plain);

/** A word of a message, and where it stands. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly at: number;
  readonly end: number;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map(({ 0: word, index }) => ({
    text: word,
    folded: fold(word),
    at: index,
    end: index + word.length,
  }));
}

/** The topic that any of the words names. */
export function topicOf(words: readonly Word[]): Topic | null {
  return TOPICS.find((topic) => hasAny(words, data.topics[topic])) ?? null;
}

export function partOfDayOf(words: readonly Word[]): PartOfDay | null {
  return PARTS_OF_DAY.find((part) => hasAny(words, data.parts[part])) ?? null;
}

/** Whether a place is to be kept as the one that is meant where none is named. */
export function asksToKeep(words: readonly Word[]): boolean {
  return hasAny(words, data.keep);
}

/** Whether the weather itself is asked for, so that the question goes on with no other. */
export function namesWeather(words: readonly Word[]): boolean {
  return hasAny(words, data.weather);
}

const HOME: ReadonlySet<string> = new Set(data.home);

/** Whether the place is where the person lives. */
export function namesHome(words: readonly Word[]): boolean {
  return words.some(({ folded }) => HOME.has(folded));
}

const BEGINNINGS = [
  ...Object.values(data.topics),
  data.weather,
  ...Object.values(data.parts),
  data.keep,
].flat();

/** Whether a word surely names no place. */
export function isNoName({ folded }: Word): boolean {
  if (/^\d/.test(folded)) return true;
  if (PLAIN.has(folded) || HOME.has(folded)) return true;
  return BEGINNINGS.some((beginning) => folded.startsWith(beginning));
}

function hasAny(words: readonly Word[], beginnings: readonly string[]): boolean {
  return words.some(({ folded }) => beginnings.some((beginning) => folded.startsWith(beginning)));
}
