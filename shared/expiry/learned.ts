import type { Location } from '#shared/products/location.ts';
import { daysBetween } from './plain-date.ts';
import { type LearnedSpan, shelfLife } from './shelf-life.ts';

/** How long an item lasted once: a corrected date, or the day they were thrown away early. */
export interface Observation {
  /** A shipped product's id, or the name of the household's own in lower case. */
  readonly product: string;
  /** Of the product tree. */
  readonly category: string | null;
  readonly location: Location;
  /** From the purchase. */
  readonly days: number;
}

export interface StoredItem {
  readonly productId: string | null;
  /** Names the item when it has no id. */
  readonly productName: string;
  readonly categoryKey: string | null;
  readonly location: Location;
  /** In the producer's own package, which has a rule of its own. */
  readonly packed?: boolean;
}

/** Fewer say nothing: two dates may both be of a reduced package. */
const MIN_OBSERVATIONS = 3;
/** Shops and suppliers change, so older ones stop counting. */
const MAX_OBSERVATIONS = 12;
/** The rule counts as much as this many observations. */
const RULE_WEIGHT = 2;
/** Makes the median deviation comparable with a standard deviation. */
const MAD_SCALE = 1.4826;

/** Thrown away for another reason than having gone off says nothing about how long it keeps. */
const SPOILT =
  /zepsu|ple[sś]n|skwa[sś]|kwa[sś]n|zgni|czerstw|zwi[eę]d|przetermin|spoil|mou?ld|rotten|sour|stale|wilt|expired|gone off|went bad/i;

export type ObservationKind = 'corrected' | 'wasted';

/**
 * What a booking shows of how long items last; null when it shows nothing.
 * @param redated whether the booking gave the lot another date
 */
export function observationKind(booking: {
  readonly kind: string;
  readonly reason?: string | undefined;
  readonly redated: boolean;
}): ObservationKind | null {
  const { kind, reason, redated } = booking;
  if (kind === 'edit' && redated) return 'corrected';
  return kind === 'waste' && (reason === undefined || SPOILT.test(reason)) ? 'wasted' : null;
}

/**
 * What a household's own observations say about items, drawn towards the shipped rule while they
 * are few; of the product, else of its category. Single odd dates do not move it: it is the median,
 * for use-by items the lower quartile, since there a day too many does harm.
 * @param observations newest first
 * @returns null when there are too few
 */
export function learnedSpan(
  observations: readonly Observation[],
  item: StoredItem,
): LearnedSpan | null {
  const { productId, productName, categoryKey, location } = item;
  const product = productId ?? productName.toLowerCase();
  const here = observations.filter((one) => one.location === location);
  const own = here.filter((one) => one.product === product);
  const alike = here.filter((one) => one.category !== null && one.category === categoryKey);
  const relevant = own.length >= MIN_OBSERVATIONS ? own : alike;
  if (relevant.length < MIN_OBSERVATIONS) return null;
  const days = relevant
    .slice(0, MAX_OBSERVATIONS)
    .map((one) => one.days)
    .sort((a, b) => a - b);
  const rule = ruleOf(item);
  if (rule === null) return null;
  const centre = quantile(days, rule.kind === 'use-by' ? 0.25 : 0.5);
  const deviations = days.map((one) => Math.abs(one - centre)).sort((a, b) => a - b);
  // What the rule itself only guesses is no reason to doubt what was seen.
  const weight = rule.source === 'rule' ? RULE_WEIGHT : 0;
  const drawn = (days.length * centre + weight * rule.days) / (days.length + weight);
  return { days: Math.floor(drawn), spreadDays: Math.round(MAD_SCALE * quantile(deviations, 0.5)) };
}

/** Null for what never expires: there is nothing to learn. */
function ruleOf({ productId, productName, categoryKey, location, packed = false }: StoredItem) {
  const boughtOn = '2000-01-01';
  const item = { name: productName, productId, categoryKey, location, packed };
  const { date, kind, source } = shelfLife({ ...item, boughtOn });
  return date === null ? null : { days: daysBetween(boughtOn, date), kind, source };
}

/** Of sorted numbers, between two neighbours where it falls there. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}
