import { addDays } from '#shared/expiry/plain-date.ts';
import { weekdayOf } from './calendar.ts';
import words from './data/polish.json' with { type: 'json' };
import type { DateToken } from './date-tokens.ts';
import { later, readRelative, readSpan, readWhole, weekdayFrom } from './polish-relative.ts';
import { type ReadDays, readWritten } from './polish-written.ts';

type Tokens = readonly DateToken[];

const AHEAD = new Set([...words.nearest, ...words.next]);
const BACK = new Set(words.last);
const JOINS = new Set(['do', '-', '–', 'a']);
const BEFORE = new Set(['w', 'we', 'na', 'przez', 'dnia', 'pod', 'przed', 'o', 'z']);

/** Days at this token: a range, the way to one's end, a length from today, or days alone. */
export function readDays(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const word = tokens[at]?.text ?? '';
  if (word === 'od' || word === 'miedzy') return readFrom(tokens, at + 1, today);
  if (word === 'do') return readUntil(tokens, at + 1, today);
  return readLength(tokens, at, today) ?? readOneOrTwo(tokens, at, today);
}

/** `od jutra do niedzieli`; without an end it only begins. */
function readFrom(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  // `od 14 do 16 marca` says the month once: read as days of one month.
  const range = readOneOrTwo(tokens, at, today);
  if (range === undefined || range.days.from !== range.days.to) return range;
  const single = readRelative(tokens, at, today) ?? readWritten(tokens, at, today);
  return single && { days: { from: single.days.from, to: null }, next: single.next };
}

/** `do piątku`, `do końca miesiąca`: from today on. */
function readUntil(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  if (['konca', 'koniec'].includes(tokens[at]?.text ?? '')) {
    const whole = readWhole(tokens, at + 1, today);
    const to = whole?.days.to;
    if (whole === undefined || to == null || to < today) return undefined;
    return { days: { from: today, to }, next: whole.next };
  }
  const end = readRelative(tokens, at, today) ?? readWritten(tokens, at, today);
  if (end === undefined || end.days.to === null || end.days.to < today) return undefined;
  return { days: { from: today, to: end.days.to }, next: end.next };
}

/** `na 3 dni`, `przez tydzień`, `najbliższe dwa tygodnie`, `ostatnie 3 dni`: today included. */
function readLength(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  let place = at;
  const word = tokens[place]?.text ?? '';
  const said = word === 'na' || word === 'przez';
  if (said) place += 1;
  if (word === 'w' && tokens[place + 1]?.text === 'ciagu') place += 2;
  const which = tokens[place]?.text ?? '';
  const back = BACK.has(which);
  const ahead = AHEAD.has(which) || which === 'caly';
  if (back || ahead) place += 1;
  const span = readSpan(tokens, place);
  if (span === undefined || (place === at && !back && !ahead)) return undefined;
  // `następny tydzień` is one of the calendar, `następne dwa tygodnie` begin today.
  if (span.count === 1 && (back || (AHEAD.has(which) && !said))) return undefined;
  const days = back
    ? { from: later(today, -span.count, span.unit), to: today }
    : { from: today, to: addDays(later(today, span.count, span.unit), -1) };
  return { days, next: span.next };
}

function readOneOrTwo(tokens: Tokens, at: number, today: string): ReadDays | undefined {
  const start = BEFORE.has(tokens[at]?.text ?? '') ? at + 1 : at;
  const first = readRelative(tokens, start, today) ?? readWritten(tokens, start, today);
  if (first === undefined) return undefined;
  const dated = readDatedWeekday(tokens, first, today);
  if (dated !== undefined) return dated;
  if (!JOINS.has(tokens[first.next]?.text ?? '') || first.days.to === null) return first;
  const second =
    readRelative(tokens, first.next + 1, today) ?? readWritten(tokens, first.next + 1, today);
  if (second === undefined || second.days.to === null) return first;
  const to = endOf(second.days.to, first.days.from, second.next - first.next === 2);
  return to === undefined ? first : { days: { from: first.days.from, to }, next: second.next };
}

/** The end of a range is behind its beginning: `od piątku do środy` ends in the week after. */
function endOf(to: string, from: string, oneWord: boolean): string | undefined {
  if (to >= from) return to;
  return oneWord ? weekdayFrom(from, weekdayOf(to)) : undefined;
}

/** `w piątek 27 listopada`, `piątek, 27.11`: the date says more than the weekday. */
function readDatedWeekday(tokens: Tokens, first: ReadDays, today: string): ReadDays | undefined {
  if (first.days.from !== first.days.to) return undefined;
  const at = tokens[first.next]?.text === ',' ? first.next + 1 : first.next;
  const written = readWritten(tokens, at, today);
  const date = written?.days.from;
  if (written === undefined || date === undefined || date !== written.days.to) return undefined;
  return weekdayOf(date) === weekdayOf(first.days.from) ? written : undefined;
}
