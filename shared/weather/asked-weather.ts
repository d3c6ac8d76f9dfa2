import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { type Message, UserError } from '#shared/errors/user-error.ts';
import { readOwnProfile } from '#shared/profiles/own-profile.ts';
import type { Profile } from '#shared/profiles/profile.ts';
import { type Reader, showCurrent, showForecast } from './show-weather.ts';
import type { PlaceWeather, WeatherReader } from './weather-reader.ts';
import type { CurrentWeather, Forecast, ForecastQuery, WhereQuery } from './weather-schema.ts';

/**
 * The weather now, where the query says or else at the caller's default place.
 * @throws UserError `unknown-place`, `weather-away`; `no-location`, `two-locations`, `half-a-location`
 */
export async function currentWeather(
  household: HouseholdContext,
  query: WhereQuery,
  locale: Locale,
  reader: WeatherReader,
): Promise<CurrentWeather> {
  const { weather, person } = await weatherFor(household, query, locale, reader);
  return showCurrent(weather, weather.days.slice(0, 1), person);
}

/** The same with the days from today. @throws UserError as {@link currentWeather} */
export async function forecast(
  household: HouseholdContext,
  { days, ...query }: ForecastQuery,
  locale: Locale,
  reader: WeatherReader,
): Promise<Forecast> {
  const { weather, person } = await weatherFor(household, query, locale, reader);
  return showForecast(weather, weather.days.slice(0, days), person);
}

async function weatherFor(
  household: HouseholdContext,
  query: WhereQuery,
  locale: Locale,
  reader: WeatherReader,
): Promise<{ weather: PlaceWeather; person: Reader }> {
  const { profile } = await readOwnProfile(household);
  const weather = await weatherWhere(query, profile, locale, reader);
  return { weather, person: { locale, units: profile.units } };
}

async function weatherWhere(
  { location, lat, lon }: WhereQuery,
  { defaultLocation }: Profile,
  locale: Locale,
  reader: WeatherReader,
): Promise<PlaceWeather> {
  if ((lat === undefined) !== (lon === undefined)) throw unprocessable('half-a-location', HALF);
  if (lat !== undefined && lon !== undefined) {
    if (location !== undefined) throw unprocessable('two-locations', TWO);
    return await reader.at({ ...UNNAMED, latitude: lat, longitude: lon });
  }
  if (location !== undefined) return await reader.inPlace(location, locale);
  if (defaultLocation === null) throw unprocessable('no-location', NONE);
  return await reader.at({ ...UNNAMED, ...defaultLocation });
}

const UNNAMED = { name: null, region: null, country: null };

const HALF: Message = {
  pl: 'Współrzędne to szerokość i długość: podaj lat i lon.',
  en: 'Coordinates are a latitude and a longitude: give both lat and lon.',
};
const TWO: Message = {
  pl: 'Podaj nazwę miejsca albo współrzędne, nie jedno i drugie.',
  en: 'Give the name of a place or its coordinates, not both.',
};
const NONE: Message = {
  pl: 'Nie wiadomo, o jakie miejsce chodzi: podaj location albo lat i lon, albo ustaw domyślne miejsce w profilu.',
  en: 'No place was named: give location, or lat and lon, or set a default place in the profile.',
};

function unprocessable(code: string, text: Message): UserError {
  return new UserError('unprocessable', code, text);
}
