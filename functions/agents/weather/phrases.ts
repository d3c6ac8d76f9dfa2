import type { Locale } from '#shared/context/locale.ts';
import type { PartOfDay } from '#shared/orchestration/agents/weather-state.ts';
import type { Against, Likelihood } from './judge.ts';
import { ENGLISH } from './phrases-en.ts';
import { POLISH } from './phrases-pl.ts';

/** Figures as they are shown; null where the provider says nothing. */
export interface Figures {
  readonly sky: string;
  readonly range: string;
  readonly precipitation: string | null;
  readonly probability: number | null;
  readonly wind: string | null;
  readonly gusts: string | null;
}

/** Everything the agent says, by language. */
export interface Phrases {
  readonly today: string;
  readonly tomorrow: string;
  readonly parts: Readonly<Record<PartOfDay, string>>;
  /** From `1` to `5 °C`. */
  range(min: string, max: string): string;
  now(
    place: string,
    temperature: string,
    feelsLike: string | null,
    figures: Omit<Figures, 'range'>,
  ): string;
  /** One day, or a part of it. */
  day(label: string, figures: Figures): string;
  readonly rain: Readonly<Record<Likelihood, string>>;
  readonly snow: Readonly<Record<Likelihood, string>>;
  readonly storm: Readonly<Record<Likelihood, string>>;
  readonly wind: Readonly<Record<Likelihood, string>>;
  readonly outdoors: Readonly<Record<'good' | 'fair' | 'bad', string>>;
  readonly against: Readonly<Record<Against, string>>;
  joined(reasons: readonly string[]): string;
  better(day: string): string;
  /** A sentence for each dish that somebody may have to do without: the gate withholds whole sentences. */
  readonly food: Readonly<Record<'cold-food' | 'hot-food' | 'any', string>>;
  readonly bakeInstead: string;
  severe(notes: readonly string[]): string;
  stale(hours: number, minutes: number): string;
  readonly away: string;
  unknownPlace(name: string): string;
  readonly askPlace: string;
  keep(name: string): string;
  readonly past: string;
  tooFar(last: string): string;
  readonly onlyUntil: string;
}

const PHRASES: Readonly<Record<Locale, Phrases>> = { pl: POLISH, en: ENGLISH };

export function phrasesOf(locale: Locale): Phrases {
  return PHRASES[locale];
}
