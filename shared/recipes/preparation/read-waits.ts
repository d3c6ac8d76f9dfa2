import { foldedWords } from '#shared/language/fold.ts';
import { beginsWith, type PreparationWords } from './preparation-words.ts';

/** A time in a sentence. */
export interface Wait {
  readonly minutes: number;
  /** Through the night, however long that is. */
  readonly overnight: boolean;
  /** Index of its last word. */
  readonly at: number;
}

const NIGHT = 600;
const [QUARTER, HOUR, DAY] = [15, 60, 1440];

/** Words of a sentence, `1h` and `30mins` as two. */
export function timedWords(sentence: string): string[] {
  return foldedWords(sentence).flatMap((word) => {
    const digits = word.length - word.replace(/^\d+/, '').length;
    return digits === 0 || digits === word.length
      ? [word]
      : [word.slice(0, digits), word.slice(digits)];
  });
}

/** The times of a sentence; of `8 to 12 hours` the longer, and `1h 30mins` is one. */
export function readWaits(words: readonly string[], known: PreparationWords): Wait[] {
  const waits: Wait[] = [];
  for (const [at, word] of words.entries()) {
    const overnight = beginsWith(word, known.night);
    const minutes = overnight ? NIGHT : unitOf(word, known) * countBefore(words, at, known);
    if (minutes === 0) continue;
    const last = waits.at(-1);
    const goesOn = last !== undefined && at - last.at <= 2 && /^\d+$/.test(words[at - 1] ?? '');
    if (goesOn && minutes < last.minutes) {
      waits[waits.length - 1] = { ...last, minutes: last.minutes + minutes, at };
    } else waits.push({ minutes, overnight, at });
  }
  return waits;
}

function unitOf(word: string, { minute, hour, day, quarter }: PreparationWords): number {
  if (beginsWith(word, minute)) return 1;
  if (beginsWith(word, quarter)) return QUARTER;
  if (beginsWith(word, hour)) return HOUR;
  return beginsWith(word, day) ? DAY : 0;
}

/** `half an hour` is half of one; an hour without a number is one, hours without one are none. */
function countBefore(
  words: readonly string[],
  at: number,
  { numbers, plural }: PreparationWords,
): number {
  const number = (index: number) => {
    const word = words[index] ?? '';
    return /^\d{1,4}$/.test(word) ? Number(word) : numbers[word];
  };
  const count = number(at - 1) ?? (beginsWith(words[at] ?? '', plural) ? 0 : 1);
  const before = number(at - 2);
  return before !== undefined && before < 1 ? before : count;
}
