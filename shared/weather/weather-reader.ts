import type { Locale } from '#shared/context/locale.ts';
import { dayIn } from '#shared/dates/calendar.ts';
import { sharedWait } from '#shared/waiting/wait-limit.ts';
import { type FoundPlace, findPlace } from './find-place.ts';
import type { WeatherProvider } from './open-meteo.ts';
import type { DayWeather } from './report.ts';
import { rememberedWeather, type WeatherAt } from './weather-at.ts';
import { weatherAway } from './weather-away.ts';
import type { WeatherCache } from './weather-cache.ts';

/** The weather of a place that was found. */
export interface PlaceWeather extends WeatherAt {
  readonly place: FoundPlace;
  /** The days from today on, in the zone of the place. */
  readonly days: readonly [DayWeather, ...DayWeather[]];
}

/** Reads weather; each call waits no longer than for one service, whatever it asks. */
export interface WeatherReader {
  /** @throws UserError `unknown-place`, `weather-away` */
  inPlace(name: string, locale: Locale): Promise<PlaceWeather>;
  /** @throws UserError `weather-away` */
  at(place: FoundPlace): Promise<PlaceWeather>;
}

export function weatherReader(
  sources: { readonly provider: WeatherProvider; readonly cache: WeatherCache },
  now: () => number = Date.now,
): WeatherReader {
  const weatherOf = rememberedWeather(sources, now);

  async function at(place: FoundPlace, left = sharedWait()): Promise<PlaceWeather> {
    const weather = await weatherOf(place, left);
    const today = dayIn(weather.report.zone, new Date(now()));
    const [first, ...rest] = weather.report.days.filter(({ date }) => date >= today);
    // A forecast that ended before today is none.
    if (first === undefined) throw weatherAway();
    return { ...weather, place, days: [first, ...rest] };
  }

  return {
    async inPlace(name, locale) {
      const left = sharedWait();
      return await at(await findPlace(name, locale, sources, left), left);
    },
    at: (place) => at(place),
  };
}
