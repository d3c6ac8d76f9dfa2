import * as z from 'zod/mini';
import { decimal } from '#shared/schemas/decimal.ts';
import { Instant } from '#shared/schemas/instant.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';
import { words } from '#shared/schemas/words.ts';
import { CONDITIONS } from './condition.ts';
import { FoundPlace } from './find-place.ts';
import { SevereKind } from './severe-weather.ts';
import { FreshSnow, Temperature, WaterDepth, WindSpeed } from './units.ts';

/** Days that are shown at most. */
const MAX_DAYS = 7;

const where = {
  /** A name, in any case of a Polish one: `Kraków`, `w Krakowie`, `Paris, France`. */
  location: z.optional(words(100)),
  /** Both or none, and instead of a name. */
  lat: z.optional(decimal(-90, 90)),
  lon: z.optional(decimal(-180, 180)),
};
export const WhereQuery = z.strictObject(where);
export type WhereQuery = z.infer<typeof WhereQuery>;
export const ForecastQuery = z.strictObject({
  ...where,
  days: z._default(wholeNumber(1, MAX_DAYS), MAX_DAYS),
});
export type ForecastQuery = z.infer<typeof ForecastQuery>;

export const WeatherCondition = z.enum(CONDITIONS);
const sky = {
  condition: WeatherCondition,
  /** The same in words of the caller's language. */
  description: z.string(),
  /** Code of WMO table 4677. */
  wmoCode: z.int(),
};

const moment = {
  ...sky,
  temperature: Temperature,
  /** What the provider does not say is null, here and below. */
  feelsLike: z.nullable(Temperature),
  precipitation: z.nullable(WaterDepth),
  wind: z.nullable(WindSpeed),
  gusts: z.nullable(WindSpeed),
};

/** A note of this system about a forecast; no warning of an authority. */
export const WeatherNote = z.object({
  kind: SevereKind,
  /** 1 to 3, by the limits of the Polish weather service. */
  level: z.int(),
  date: z.iso.date(),
  text: z.string(),
});

export const WeatherPlace = z.extend(FoundPlace, { zone: z.string() });
/** To be shown where the data are. */
export const Attribution = z.object({ text: z.string(), url: z.string(), licence: z.string() });

const weather = {
  location: WeatherPlace,
  provider: z.literal('open-meteo'),
  attribution: Attribution,
  observedAt: Instant,
  /** When the provider was asked, and how long ago that is. */
  fetchedAt: Instant,
  ageSeconds: z.int(),
  /** The provider does not answer: this is what it said before, at most six hours ago. */
  stale: z.boolean(),
  ...moment,
  /** In percent. */
  humidity: z.nullable(z.number()),
  /** Of the days that are shown. */
  warnings: z.array(WeatherNote),
};

export const CurrentWeather = z.object(weather);
export type CurrentWeather = z.infer<typeof CurrentWeather>;

/** In percent. */
const probability = z.nullable(z.number());

export const ForecastHour = z.object({ at: Instant, ...moment, probability });
export const TemperatureRange = z.object({ min: Temperature, max: Temperature });
export const ForecastDay = z.object({
  /** In the zone of the place. */
  date: z.iso.date(),
  ...sky,
  temperature: TemperatureRange,
  precipitation: z.nullable(WaterDepth),
  probability,
  snowfall: z.nullable(FreshSnow),
  wind: z.nullable(WindSpeed),
  gusts: z.nullable(WindSpeed),
  sunrise: z.nullable(Instant),
  sunset: z.nullable(Instant),
  hours: z.array(ForecastHour),
});
export type ForecastDay = z.infer<typeof ForecastDay>;

/** The weather of now, and of the days from today. */
export const Forecast = z.object({ ...weather, days: z.array(ForecastDay) });
export type Forecast = z.infer<typeof Forecast>;
