import { unitOfWord } from '#shared/quantities/unit.ts';
import { dateOf, day, dayOfSomeYear, monthOf, monthOfSomeYear, partsOf } from './calendar.ts';
import { type DateText, type ReadDays, wordAt } from './date-text.ts';

/** What is paid or is a part of something is no date: `10.10 zł`, `1.05 %`. */
const NOT_DATES = new Set(['zl', 'zloty', 'zlotych', 'pln', 'eur', 'euro', '€', '%', '°']);
/** What else is counted in thousands. */
const NOT_YEARS = new Set([
  'kcal',
  'kalorii',
  'calories',
  'people',
  'osob',
  'pounds',
  'euros',
  'dollars',
]);
const SIGNS_OF_MONEY = new Set(['$', '£', '€']);

/** `14 marca 2026 r.`, `March 14th`, `14.03`, `2026-03-14`, `czternastego marca`, `14-16 May`, `w maju`. */
export function readWritten(text: DateText, at: number): ReadDays | undefined {
  return (
    readDigits(text, at) ??
    readListedDay(text, at) ??
    readDayAndMonth(text, at) ??
    readMonthAndDay(text, at) ??
    readMonth(text, at) ??
    readYear(text, at)
  );
}

function readDigits(text: DateText, at: number): ReadDays | undefined {
  const date = dateOfDigits(text, at);
  if (date === undefined) return undefined;
  const following = wordAt(text, at + 1);
  // Nobody counts `12.05 słoik`; that is a day, and a jar.
  const unit = unitOfWord(following);
  if (NOT_DATES.has(following) || (unit !== undefined && unit.kind !== 'count')) return undefined;
  if (SIGNS_OF_MONEY.has(wordAt(text, at - 1))) return undefined;
  return { days: day(date), next: afterYearSign(text, at + 1) };
}

function dateOfDigits(text: DateText, at: number): string | undefined {
  const written = wordAt(text, at);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2,4}))?$/.exec(written);
  if (parts === null) return undefined;
  const [, first = '', second = '', yearText] = parts;
  // The day stands first, unless only the other can be one: `5/30`.
  const american = Number(second) > 12 && written.includes('/');
  const [dayOfMonth, month] = american ? [first, second].toReversed() : [first, second];
  const [dayNumber, monthNumber] = [Number(dayOfMonth), Number(month)];
  if (yearText !== undefined) {
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
    return dateOf(year, monthNumber, dayNumber);
  }
  // `1.5` and `1/2` are numbers: a month has two digits here, unless a day is asked for before it.
  const before = wordAt(text, at - 1);
  const { is } = text.words;
  if (is.clock.has(before)) return undefined;
  const expected = is.until.has(before) || is.from.has(before) || before === 'on';
  if (second.length !== 2 && !expected) return undefined;
  return dayOfSomeYear(text.today, monthNumber, dayNumber, text.isPast(at));
}

/** A day of a month, or two of them (`14-16 marca`); alone only with an ending (`14-go`, `14th`). */
function readDayAndMonth(text: DateText, at: number): ReadDays | undefined {
  const first = readDayOfMonth(text, at);
  if (first === undefined) return undefined;
  const second = joinsDays(text, at, first.next) ? readDayOfMonth(text, first.next + 1) : undefined;
  const last = second ?? first;
  const month = text.words.months.get(wordAt(text, last.next));
  if (month !== undefined) return onDays(text, at, month, first.day, last.day, last.next + 1);
  const listed = listsDays(text, first.next) ? readDayAndMonth(text, first.next + 1) : undefined;
  if (listed !== undefined && listed.days.from === listed.days.to) {
    const [year, ofMonth] = partsOf(listed.days.from);
    const date = dateOf(year, ofMonth, first.day);
    if (date !== undefined && date < listed.days.from) return { days: day(date), next: first.next };
  }
  return first.ordinal && standsAlone(text, at, first.next) ? dayAlone(text, at, first) : undefined;
}

/** `March 14`, `May 18th to 24th`, `May 18-24, 2026`, and of `May 18 and 24` each day. */
function readMonthAndDay(text: DateText, at: number): ReadDays | undefined {
  // `14 marca 2 kg mąki`: where the day stands first, a number behind the month is none.
  if (text.words.months.has('marca')) return undefined;
  const month = text.words.months.get(wordAt(text, at));
  const first = month === undefined ? undefined : readDayOfMonth(text, at + 1);
  if (month === undefined || first === undefined) return undefined;
  const second = joinsDays(text, at, first.next) ? readDayOfMonth(text, first.next + 1) : undefined;
  const monthFollows = second && text.words.months.has(wordAt(text, second.next));
  const last = second === undefined || monthFollows ? first : second;
  return onDays(text, at, month, first.day, last.day, last.next);
}

/** The 24 of `May 18 and 24`, where nothing follows that it could count. */
function readListedDay(text: DateText, at: number): ReadDays | undefined {
  const read = listsDays(text, at - 1) ? readDayOfMonth(text, at) : undefined;
  const month = text.words.months.get(wordAt(text, at - 3));
  if (read === undefined || month === undefined || !/^\d/.test(wordAt(text, at - 2)))
    return undefined;
  const following = wordAt(text, read.next);
  const counts = text.words.months.has(following) || (!read.ordinal && /^\p{L}/u.test(following));
  return counts ? undefined : onDays(text, at, month, read.day, read.day, read.next);
}

function onDays(
  text: DateText,
  at: number,
  month: number,
  first: number,
  last: number,
  next: number,
): ReadDays | undefined {
  const comma = wordAt(text, next) === ',' ? 1 : 0;
  const year = yearAt(text, next + comma);
  // Of two days the later one says which year is meant.
  const to =
    year === undefined
      ? dayOfSomeYear(text.today, month, last, text.isPast(at))
      : dateOf(year.value, month, last);
  const from = to === undefined ? undefined : dateOf(partsOf(to)[0], month, first);
  if (from === undefined || to === undefined || from > to) return undefined;
  return {
    days: { from, to },
    next: year?.next ?? next,
  };
}

/** `14-16`, `between the 14th and the 16th`: a first and a last day. */
function joinsDays(text: DateText, at: number, join: number): boolean {
  const { is } = text.words;
  const between = is.between.has(wordAt(text, at - 1)) && is.and.has(wordAt(text, join));
  return between || is.to.has(wordAt(text, join));
}

/** `25 i 27 lipca`, `26 or 27 July`: two days, not those between them. */
function listsDays(text: DateText, at: number): boolean {
  const { is } = text.words;
  return is.and.has(wordAt(text, at)) || is.or.has(wordAt(text, at));
}

interface DayOfMonth {
  readonly day: number;
  readonly ordinal: boolean;
  readonly next: number;
}

function readDayOfMonth(text: DateText, at: number): DayOfMonth | undefined {
  const written = wordAt(text, at);
  const digits = /^(\d{1,2})(st|nd|rd|th)?$/.exec(written);
  if (digits !== null) {
    const ending = wordAt(text, at + 1) === '-' && /^t?e?go$/.test(wordAt(text, at + 2));
    const point = wordAt(text, at + 1) === '.' ? 1 : 0;
    return {
      day: Number(digits[1]),
      ordinal: ending || digits[2] !== undefined,
      next: at + 1 + (ending ? 2 : point),
    };
  }
  const { ordinals } = text.words;
  const ordinal = ordinals.get(written);
  if (ordinal === undefined) return undefined;
  const unit = ordinal >= 20 ? ordinals.get(wordAt(text, at + 1)) : undefined;
  return unit !== undefined && unit < 10
    ? { day: ordinal + unit, ordinal: true, next: at + 2 }
    : { day: ordinal, ordinal: true, next: at + 1 };
}

/** `do 14-go`, `on the 14th`, `do czternastego`, but not `do drugiego garnka`. */
function standsAlone(text: DateText, at: number, next: number): boolean {
  if (/^\d/.test(wordAt(text, at))) return true;
  const following = wordAt(text, next);
  const before = wordAt(text, at - 1);
  const ends = !/^\p{L}/u.test(following) || text.words.is.to.has(following);
  return ends && ['do', 'od', 'dnia'].includes(before);
}

/** `do 14-go`: of this month, or of the nearest where the day has passed, or is still to come. */
function dayAlone(text: DateText, at: number, read: DayOfMonth): ReadDays | undefined {
  const [year, month] = partsOf(text.today);
  const past = text.isPast(at);
  const dates = (past ? [0, -1, -2] : [0, 1, 2]).flatMap((ahead) => {
    const there = partsOf(monthOf(year, month + ahead).from);
    return dateOf(there[0], there[1], read.day) ?? [];
  });
  const date = dates.find((one) => (past ? one <= text.today : one >= text.today));
  return date === undefined ? undefined : { days: day(date), next: read.next };
}

/** `w maju`, `maj 2027`: the whole month. */
function readMonth(text: DateText, at: number): ReadDays | undefined {
  const month = text.words.months.get(wordAt(text, at));
  if (month === undefined) return undefined;
  const year = yearAt(text, at + 1);
  if (year !== undefined) return { days: monthOf(year.value, month), next: year.next };
  // `maja` is also a name, and `may` and `march` are verbs.
  if (!text.words.is.wholeMonth.has(wordAt(text, at - 1))) return undefined;
  return { days: monthOfSomeYear(text.today, month, text.isPast(at)), next: at + 1 };
}

/** `w 2025 roku`, `in 2025`: the whole year, not `in 2000 ml`. */
function readYear(text: DateText, at: number): ReadDays | undefined {
  const year = /^\d/.test(wordAt(text, at)) ? yearAt(text, at) : undefined;
  if (year === undefined) return undefined;
  const named = year.next > at + 1;
  const led = ['w', 'in', 'during', 'since'].includes(wordAt(text, at - 1));
  const following = wordAt(text, year.next);
  const counts = unitOfWord(following) !== undefined || NOT_DATES.has(following);
  if (!named && (!led || counts || NOT_YEARS.has(following))) return undefined;
  return { days: { from: `${year.value}-01-01`, to: `${year.value}-12-31` }, next: year.next };
}

interface Year {
  readonly value: number;
  readonly next: number;
}

/** `2026`, `2026 r.`, `ubiegłego roku`, `next year`. */
export function yearAt(text: DateText, at: number): Year | undefined {
  const written = wordAt(text, at);
  if (/^(?:19|20)\d\d$/.test(written)) {
    return { value: Number(written), next: afterYearSign(text, at + 1) };
  }
  const which = text.words.which.get(written);
  if (which === undefined || text.words.units.get(wordAt(text, at + 1)) !== 'year')
    return undefined;
  return { value: partsOf(text.today)[0] + which.ahead, next: at + 2 };
}

/** `r.` and `roku` belong to the year. */
function afterYearSign(text: DateText, at: number): number {
  if (['roku', 'rok'].includes(wordAt(text, at))) return at + 1;
  if (wordAt(text, at) !== 'r') return at;
  return wordAt(text, at + 1) === '.' ? at + 2 : at + 1;
}
