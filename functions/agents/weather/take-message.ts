import type { Locale } from '#shared/context/locale.ts';
import { dayIn } from '#shared/dates/calendar.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import { NEW_STATE, type WeatherState } from '#shared/orchestration/agents/weather-state.ts';
import type { Place, Profile } from '#shared/profiles/profile.ts';
import type { Settings } from '#shared/profiles/profile-store.ts';
import type { FoundPlace } from '#shared/weather/find-place.ts';
import type { PlaceWeather, WeatherReader } from '#shared/weather/weather-reader.ts';
import { answerText } from './answer-text.ts';
import { phrasesOf } from './phrases.ts';
import { readQuestion, type WeatherQuestion } from './read-question.ts';

/** What the agent needs of the world. */
export interface WeatherDeps {
  readonly reader: WeatherReader;
  /** Of who asks. */
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}

export interface WeatherRequest {
  readonly message: string;
  readonly locale: Locale;
  readonly state: WeatherState | null;
}

/** What a turn comes to. */
export interface WeatherTurn {
  readonly intent: 'forecast' | 'ask-place' | 'unknown-place' | 'away';
  readonly lines: readonly string[];
  readonly weather: PlaceWeather | null;
  readonly units: Profile['units'];
  /** The place that may be kept as the default. */
  readonly keep: Place | null;
  readonly state: WeatherState;
}

/** Answers one message about the weather. Nothing is said of it that the provider did not say. */
export async function takeMessage(
  { message, locale, state }: WeatherRequest,
  { reader, settings, now }: WeatherDeps,
): Promise<WeatherTurn> {
  const { units, zone, defaultLocation } = await settings();
  const before = state ?? NEW_STATE;
  const question = readQuestion(message, locale, dayIn(zone, new Date(now())));
  const after = continued(before, question);
  const phrases = phrasesOf(locale);
  const places = question.places.length > 0 || question.home ? question.places : before.said;
  const asked = { places, home: question.home };
  const found = await weatherWhere(asked, before.place, defaultLocation, locale, reader);
  const said = (intent: WeatherTurn['intent'], line: string): WeatherTurn => {
    return { intent, lines: [line], weather: null, units, keep: null, state: after };
  };
  if (found === 'no-place') return said('ask-place', phrases.askPlace);
  if (found === 'away')
    return { ...said('away', phrases.away), state: { ...after, said: [...places] } };
  if ('unknown' in found) return said('unknown-place', phrases.unknownPlace(found.unknown));
  const { weather, named } = found;
  const { place } = weather;
  const keep = question.keep
    ? place.name !== defaultLocation?.name
    : named && defaultLocation === null && !before.offered;
  const lines = answerText(weather, after, { locale, units });
  return {
    intent: 'forecast',
    lines: keep ? [...lines, phrases.keep(place.name ?? '')] : lines,
    weather,
    units,
    keep: keep ? toKeep(place) : null,
    state: { ...after, place, said: [], offered: before.offered || keep },
  };
}

/** A short question goes on with what was asked before: `a jutro?`, `a w Gdańsku?`. */
function continued(
  before: WeatherState,
  { fresh, days, part, topic }: WeatherQuestion,
): WeatherState {
  const old = fresh ? NEW_STATE : before;
  return {
    ...before,
    days: days ?? old.days,
    topic: topic ?? old.topic,
    part: part ?? (days === null ? old.part : null),
  };
}

function toKeep({ name, latitude, longitude }: FoundPlace): Place {
  return { name: name ?? `${latitude}, ${longitude}`, latitude, longitude };
}

type Found =
  | { readonly weather: PlaceWeather; readonly named: boolean }
  | { readonly unknown: string }
  | 'no-place'
  | 'away';

/** Where the message says, or else where was asked before, or else at home. */
async function weatherWhere(
  { places, home }: Pick<WeatherQuestion, 'places' | 'home'>,
  before: FoundPlace | null,
  defaultLocation: Profile['defaultLocation'],
  locale: Locale,
  reader: WeatherReader,
): Promise<Found> {
  for (const { name } of places) {
    const found = await unlessUnknown(name, locale, reader);
    if (found !== undefined) return found;
  }
  const usual = defaultLocation && { ...UNNAMED, ...defaultLocation };
  const meant = home ? usual : (before ?? usual);
  const [said] = places;
  // A stray word need not be a place; one behind a preposition is no other than was asked for.
  if (said !== undefined && (said.certain || meant === null)) return { unknown: said.name };
  if (meant === null) return 'no-place';
  return await orAway(async () => ({ weather: await reader.at(meant), named: false }));
}

const UNNAMED = { name: null, region: null, country: null };

/** @returns undefined for what is no place */
async function unlessUnknown(
  name: string,
  locale: Locale,
  reader: WeatherReader,
): Promise<Found | undefined> {
  try {
    return await orAway(async () => ({ weather: await reader.inPlace(name, locale), named: true }));
  } catch (error) {
    if (isUserError(error) && error.code === 'unknown-place') return undefined;
    throw error;
  }
}

async function orAway(read: () => Promise<Found>): Promise<Found> {
  try {
    return await read();
  } catch (error) {
    if (isUserError(error) && error.code === 'weather-away') return 'away';
    throw error;
  }
}
