import { toDecimal } from '#shared/quantities/rational.ts';
import { readCount } from '#shared/quantities/read-count.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { isNode } from './node.ts';

/** Years and months of no length that is known; sites write `P0Y0M0DT0H35M`. */
const ISO =
  /^p?(?:0+y)?(?:0+m)?(?:(?<weeks>\d{1,3})w)?(?:(?<days>\d{1,4}(?:\.\d{1,4})?)d)?t?(?:(?<hours>\d{1,4}(?:\.\d{1,4})?)h)?(?:(?<minutes>\d{1,5}(?:\.\d{1,4})?)(?:m|$))?(?:(?<seconds>\d{1,6}(?:\.\d{1,4})?)s)?$/;
const MINUTES = { weeks: 10_080, days: 1440, hours: 60, minutes: 1, seconds: 1 / 60 } as const;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;
const MAX_MINUTES = 10_080;
/** Stems of folded words. */
const UNITS: readonly (readonly [stem: string, minutes: number])[] = [
  ['min', 1],
  ['godz', 60],
  ['hour', 60],
  ['hr', 60],
  ['h', 60],
  ['m', 1],
  ['dob', 1440],
  ['dni', 1440],
  ['dzien', 1440],
  ['day', 1440],
  ['d', 1440],
];
/** Of these stems, those that are a word of their own: `h`, not `half`. */
const WHOLE_WORDS = 2;

/**
 * Minutes of a duration as sites write them: ISO 8601 in all its forms and a few that are none
 * (`PT1H30`), words (`1 godz. 20 min`), a clock, a bare number; of a range the longer. Null for anything
 * else, for less than nothing, and for more than a week.
 */
export function minutesOf(value: unknown): number | null {
  const one = Array.isArray(value) ? value[0] : value;
  const given = isNode(one) ? (one.maxValue ?? one.value ?? one['@value']) : one;
  if (typeof given !== 'string' && typeof given !== 'number') return null;
  const text = String(given).trim().toLowerCase().slice(0, 80);
  const minutes = isoMinutes(text) ?? clockMinutes(text) ?? wordMinutes(text);
  return minutes === null || minutes > MAX_MINUTES ? null : Math.round(minutes);
}

function isoMinutes(text: string): number | null {
  const groups = ISO.exec(text.replace(/\s/g, '').replaceAll(',', '.'))?.groups;
  if (groups === undefined || !/\d/.test(text)) return null;
  return Object.entries(MINUTES).reduce(
    (sum, [unit, minutes]) => sum + Number(groups[unit] ?? 0) * minutes,
    0,
  );
}

function clockMinutes(text: string): number | null {
  const [, hours, minutes] = CLOCK.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** `1 hour and 15 minutes`; each number has a unit, but for the last (`1h20`). */
function wordMinutes(text: string): number | null {
  if (text.startsWith('-')) return null;
  const all = tokens(text);
  let sum: number | null = null;
  for (let at = 0; at < all.length; ) {
    const count = readCount(all, at);
    if (count === undefined) {
      at += 1;
      continue;
    }
    const unit: number | undefined = unitOf(all[count.next]) ?? (sum === null ? undefined : 1);
    if (unit !== undefined) sum = (sum ?? 0) + Number(toDecimal(count.upTo ?? count.value)) * unit;
    at = count.next + 1;
  }
  return sum;
}

function unitOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const found = UNITS.find(([stem]) =>
    stem.length < WHOLE_WORDS ? token.text === stem : token.text.startsWith(stem),
  );
  return found?.[1];
}

/** 90 → `PT1H30M`. */
export function isoDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes === 0) return 'PT0M';
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
}
