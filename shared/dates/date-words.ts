import type { Language } from '#shared/language/lemma.ts';
import numberWords from '#shared/quantities/data/number-words.json' with { type: 'json' };
import english from './data/english.json' with { type: 'json' };
import polish from './data/polish.json' with { type: 'json' };

export type CalendarUnit = 'day' | 'week' | 'fortnight' | 'weekend' | 'month' | 'year';

/** Which one of its kind: the last, this, the next; `nearest` is the first of them to come. */
export interface Which {
  readonly ahead: -1 | 0 | 1;
  readonly nearest: boolean;
}

/** What small words do to the days beside them. */
type Small = Exclude<
  keyof typeof polish & keyof typeof english,
  | 'near'
  | 'weekdays'
  | 'shortWeekdays'
  | 'months'
  | 'ordinals'
  | 'units'
  | 'this'
  | 'nearest'
  | 'next'
  | 'last'
  | 'parts'
>;

/** What a language says days with; folded, phrases with one blank between their words. */
export interface DateWords {
  readonly near: ReadonlyMap<string, number>;
  /** Monday is 0. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Words (`pt`, `sun`) that mean a weekday only behind a preposition. */
  readonly shortWeekdays: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, CalendarUnit>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly which: ReadonlyMap<string, Which>;
  /** Beginning, middle and end. */
  readonly parts: ReadonlyMap<string, number>;
  /** Small words by what they do. */
  readonly is: Readonly<Record<Small, ReadonlySet<string>>>;
}

const WORDS: Readonly<Record<Language, DateWords>> = {
  pl: wordsOf(polish, numberWords.numbers.pl),
  en: wordsOf(english, numberWords.numbers.en),
};

export function dateWords(language: Language): DateWords {
  return WORDS[language];
}

type Table = typeof polish | typeof english;

function wordsOf(table: Table, numbers: Readonly<Record<string, string>>): DateWords {
  const small = (kind: Small): readonly string[] => table[kind];
  return {
    near: new Map(Object.entries(table.near)),
    weekdays: places(table.weekdays, 0),
    shortWeekdays: places(table.shortWeekdays, 0),
    months: places(table.months, 1),
    ordinals: new Map(Object.entries(table.ordinals)),
    units: new Map(Object.entries(table.units).map(([word, unit]) => [word, unitNamed(unit)])),
    numbers: new Map(Object.entries(numbers).map(([word, text]) => [word, Number(text)])),
    which: new Map<string, Which>([
      ...table.this.map((word) => [word, { ahead: 0, nearest: false }] as const),
      ...table.nearest.map((word) => [word, { ahead: 0, nearest: true }] as const),
      ...table.next.map((word) => [word, { ahead: 1, nearest: false }] as const),
      ...table.last.map((word) => [word, { ahead: -1, nearest: false }] as const),
    ]),
    parts: places(table.parts, 0),
    is: {
      whole: new Set(small('whole')),
      ahead: new Set(small('ahead')),
      ago: new Set(small('ago')),
      agoBefore: new Set(small('agoBefore')),
      later: new Set(small('later')),
      from: new Set(small('from')),
      between: new Set(small('between')),
      until: new Set(small('until')),
      to: new Set(small('to')),
      and: new Set(small('and')),
      or: new Set(small('or')),
      length: new Set(small('length')),
      before: new Set(small('before')),
      origin: new Set(small('origin')),
      wholeMonth: new Set(small('wholeMonth')),
      clock: new Set(small('clock')),
      skipped: new Set(small('skipped')),
    },
  };
}

/** Words by their row, the first of which is `first`. */
function places(rows: readonly (readonly string[])[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((words, at) => words.map((word) => [word, at + first] as const)));
}

function unitNamed(name: string): CalendarUnit {
  if (name === 'day' || name === 'week' || name === 'weekend' || name === 'month') return name;
  if (name === 'year' || name === 'fortnight') return name;
  throw new Error(`${name} is no unit of a calendar`);
}
