import type { Locale } from '#shared/context/locale.ts';
import { findDates } from '#shared/dates/find-dates.ts';
import type { PartOfDay, Topic } from '#shared/orchestration/agents/weather-state.ts';
import { placesIn, type SaidPlace } from './place-in.ts';
import {
  asksToKeep,
  namesHome,
  namesWeather,
  partOfDayOf,
  topicOf,
  type Word,
  wordsOf,
} from './words.ts';

/** Days, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a message asks; null or none is what it does not say. */
export interface WeatherQuestion {
  /** What may be the place, likeliest first. */
  readonly places: readonly SaidPlace[];
  readonly days: Span | null;
  readonly part: PartOfDay | null;
  readonly topic: Topic | null;
  /** Whether the weather itself is asked for: no short question that goes on with the one before. */
  readonly fresh: boolean;
  /** Whether it is about where the person lives. */
  readonly home: boolean;
  /** Whether the place is to be kept. */
  readonly keep: boolean;
}

/** `now` means this moment, not the day; so does naming no day. */
const THIS_MOMENT = /^(?:now|right now|at the moment)$/i;

/** @param today in the zone of the household, `YYYY-MM-DD` */
export function readQuestion(message: string, locale: Locale, today: string): WeatherQuestion {
  const dates = findDates(message, locale, today);
  const isOfDate = ({ at, end }: Word) =>
    dates.some((date) => at < date.at + date.text.length && end > date.at);
  const words = wordsOf(message);
  const others = words.filter((word) => !isOfDate(word));
  const named = dates.filter(({ text }) => !THIS_MOMENT.test(text));
  const [first, last] = [named[0], named.at(-1)];
  return {
    places: placesIn(message, others),
    days: first === undefined ? null : { from: first.from, to: last?.to ?? first.from },
    part: partOfDayOf(words),
    topic: topicOf(others),
    fresh: namesWeather(others),
    home: namesHome(others),
    keep: asksToKeep(others),
  };
}
