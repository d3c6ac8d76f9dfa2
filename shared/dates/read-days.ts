import { addDays } from '#shared/expiry/plain-date.ts';
import { addMonths, type Days, day, weekdayNear, weekdayOf, weekOf } from './calendar.ts';
import { behindPhrase, type DateText, type ReadDays, wordAt } from './date-text.ts';
import { later, readRelative, readSpan, readWhole, weekdayAt } from './relative-day.ts';
import { readWritten } from './written-day.ts';

/** Days at this token: a range, one end of it, a length from today, or days alone. */
export function readDays(text: DateText, at: number): ReadDays | undefined {
  const { is } = text.words;
  const word = wordAt(text, at);
  if (is.between.has(word)) return readRange(text, at + 1, true);
  if (is.from.has(word)) return readFrom(text, at + 1);
  if (is.until.has(word)) return readUntil(text, at + 1);
  return readLength(text, at) ?? readRange(text, at, false);
}

/** `od jutra do niedzieli`; without an end it only begins, or lasts until today when it has. */
function readFrom(text: DateText, at: number): ReadDays | undefined {
  const { today, words } = text;
  const begins = words.parts.get(wordAt(text, at)) === 0 ? readWhole(text, at + 1) : undefined;
  if (begins !== undefined && begins.days.from <= today) {
    return { days: { from: begins.days.from, to: today }, next: begins.next };
  }
  const range = readRange(text, at, false);
  if (range === undefined || readSingle(text, at)?.next !== range.next) return range;
  const { from, to } = range.days;
  // `od 14 do 16 marca` says the month once: read as days of one month.
  const day = /^\d{1,2}\p{L}*$/u.test(wordAt(text, at + 1));
  if (from !== to && (day || !words.months.has(wordAt(text, at)))) return range;
  if (text.isPast(at) && from <= today) return { days: { from, to: today }, next: range.next };
  return { ...range, bound: 'since' };
}

/**
 * `do piątku`, `by the end of the month`: from today, where something is asked or planned. A day until
 * which something keeps is that day alone, and so is an end that has passed.
 */
function readUntil(text: DateText, at: number): ReadDays | undefined {
  const end = readRange(text, at, false);
  if (end === undefined) return undefined;
  const { to } = end.days;
  const part = text.words.parts.has(wordAt(text, at));
  if (text.keepsUntil(at) || text.isPast(at) || to < text.today) {
    return { days: part ? day(to) : end.days, next: end.next, bound: 'until' };
  }
  return { days: { from: text.today, to }, next: end.next, bound: 'until' };
}

/** `na 3 dni`, `for a week`, `najbliższe dwa tygodnie`, `the last 3 days`: today included. */
function readLength(text: DateText, at: number): ReadDays | undefined {
  const { is, which: names } = text.words;
  const lead = behindPhrase(text, at, is.length);
  const place = lead ?? at;
  const which = names.get(wordAt(text, place));
  const qualified = which !== undefined && (which.ahead !== 0 || which.nearest);
  const whole = is.whole.has(wordAt(text, place));
  const span = readSpan(text, qualified || whole ? place + 1 : place);
  if (span === undefined || (lead === undefined && !qualified && !whole)) return undefined;
  const back = which?.ahead === -1;
  // `in 3 days` is a day, `next week` and `in the last month` are weeks and months of the calendar.
  if (wordAt(text, at) === 'in' && !back) return undefined;
  // `najbliższy tydzień` begins today, `the next week` on Monday.
  const calendar = qualified
    ? !which.nearest && !(over(text, at) && back)
    : wordAt(text, at) === 'in';
  if (span.bare && calendar) return undefined;
  const { today } = text;
  return {
    days: back
      ? { from: addDays(later(today, -span.count, span.unit), 1), to: today }
      : { from: today, to: addDays(later(today, span.count, span.unit), -1) },
    next: span.next,
  };
}

/** `over the last week` and `the past week` end today, `last week` on Sunday. */
function over(text: DateText, at: number): boolean {
  const word = wordAt(text, at);
  if (word === 'past') return true;
  return behindPhrase(text, at, text.words.is.length) !== undefined && word !== 'na';
}

function readSingle(text: DateText, at: number): ReadDays | undefined {
  const start = text.words.is.before.has(wordAt(text, at)) ? at + 1 : at;
  const read =
    readRelative(text, at) ??
    (start === at ? undefined : readRelative(text, start)) ??
    readWritten(text, start);
  return read && readWeekdayOfIt(text, start, read);
}

function readRange(text: DateText, at: number, between: boolean): ReadDays | undefined {
  const first = readSingle(text, at);
  if (first === undefined) return undefined;
  const join = wordAt(text, first.next);
  const { is } = text.words;
  if (!(between ? is.and : is.to).has(join)) return first;
  const second = readSingle(text, first.next + 1);
  if (second === undefined) return first;
  const to = endOf(text, second, first.days.from);
  return to === undefined ? first : { days: { from: first.days.from, to }, next: second.next };
}

/** The end of a range is behind its beginning: `od piątku do środy` ends in the week after. */
function endOf(text: DateText, second: ReadDays, from: string): string | undefined {
  const { to } = second.days;
  if (to >= from) return to;
  if (weekdayAt(text, second.next - 1) !== undefined) {
    return weekdayNear(from, weekdayOf(to), false);
  }
  // `od 28 grudnia do 3 stycznia`, where no year was said.
  const nextYear = addMonths(to, 12);
  return /\d{4}/.test(wordAt(text, second.next - 1)) || nextYear < from ? undefined : nextYear;
}

/** What says more of a weekday, before or behind it: `w piątek 27 listopada`, `next week on Tuesday`. */
function readWeekdayOfIt(text: DateText, at: number, first: ReadDays): ReadDays {
  const comma = wordAt(text, first.next) === ',' ? 1 : 0;
  const { is } = text.words;
  const led = is.before.has(wordAt(text, first.next + comma)) ? 1 : 0;
  const place = first.next + comma + led;
  const weekday = weekdayAt(text, at) ?? weekdayAt(text, first.next - 1);
  if (weekday === undefined) {
    const named = weekdayAt(text, place);
    if (named === undefined || comma === 1 || !isWeek(text, at, first)) return first;
    return { days: onWeekday(first.days, named), next: place + 1 };
  }
  if (first.next !== at + 1) return first;
  const more = readRelative(text, first.next) ?? readRelative(text, place);
  if (more !== undefined && comma === 0 && isWeek(text, more.next - 1, more)) {
    return { days: onWeekday(more.days, weekday), next: more.next };
  }
  const written = readWritten(text, place);
  if (written === undefined || written.days.from !== written.days.to) return first;
  // The date says more than the weekday, where both are of one day.
  return weekdayOf(written.days.from) === weekday ? written : first;
}

/** `next week`, or `za tydzień`, which is a day of it. */
function isWeek(text: DateText, at: number, { days, next }: ReadDays): boolean {
  if (addDays(days.from, 6) === days.to) return true;
  const said = wordAt(text, Math.max(at, next - 1));
  return text.words.units.get(said) === 'week' && days.from === days.to && days.from > text.today;
}

function onWeekday(days: Days, weekday: number): Days {
  return day(addDays(weekOf(days.from, 0).from, weekday));
}
