import { casual } from 'chrono-node/en';
import { type Days, dateOf, day, monthOf } from './calendar.ts';
import { englishSpans, type FoundDays } from './english-spans.ts';

/** English days in a text, in the order they stand. @param today `YYYY-MM-DD` */
export function englishDays(text: string, today: string): FoundDays[] {
  const found = englishSpans(text, today);
  // Noon of a day without a zone: whatever is added to it stays on the day that is meant.
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  for (const result of casual.parse(text, reference, { forwardDate: true })) {
    const { index, text: phrase } = result;
    // `last Monday` is pushed into the future with the rest; by itself it is read as it is meant.
    const back = /^(?:last|past|previous)\b/i.test(phrase);
    const { start, end } = (back ? casual.parse(phrase, reference)[0] : result) ?? result;
    if (!namesDay(start)) continue;
    const days = daysOf(phrase, start, end);
    if (days !== undefined) found.push({ days, at: index, end: index + phrase.length });
  }
  return withoutOverlap(found).map((one) => until(text, one, today));
}

type Components = ReturnType<typeof casual.parse>[number]['start'];

/** A time of day alone (`at 5`) is no date. */
function namesDay(start: Components): boolean {
  return (['day', 'weekday', 'month'] as const).some((part) => start.isCertain(part));
}

/** `May`, `in May 2027`: a month without a day is all of it. */
const MONTH_ALONE = /^(?:in )?[a-z]{3,9}\.?,?(?: \d{4})?$/i;

function daysOf(
  phrase: string,
  start: Components,
  end: Components | null | undefined,
): Days | undefined {
  const month = !start.isCertain('day') && !start.isCertain('weekday') && start.isCertain('month');
  if (month && MONTH_ALONE.test(phrase)) {
    return monthOf(start.get('year') ?? 0, start.get('month') ?? 0);
  }
  const [from, to] = [dateIn(start), end ? dateIn(end) : undefined];
  return from === undefined ? undefined : { from, to: to !== undefined && to >= from ? to : from };
}

function dateIn(part: Components): string | undefined {
  return dateOf(part.get('year') ?? 0, part.get('month') ?? 0, part.get('day') ?? 0);
}

/** `until Friday`: from today on; `from tomorrow`: it only begins. */
function until(text: string, found: FoundDays, today: string): FoundDays {
  const before = /\b(until|till|by|from|since) $/i.exec(
    text.slice(Math.max(0, found.at - 8), found.at),
  );
  const word = before?.[1]?.toLowerCase();
  const { from, to } = found.days;
  if (word === undefined || to === null || from !== to) return found;
  const at = found.at - word.length - 1;
  if (word === 'from' || word === 'since') return { ...found, at, days: { from, to: null } };
  return to < today ? { ...found, days: day(to) } : { ...found, at, days: { from: today, to } };
}

/** Of two that share a place, the one that begins first, and of those the longer. */
function withoutOverlap(found: readonly FoundDays[]): FoundDays[] {
  const kept: FoundDays[] = [];
  const inOrder = [...found].sort((a, b) => a.at - b.at || b.end - a.end);
  for (const one of inOrder) {
    if (one.at >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  }
  return kept;
}
