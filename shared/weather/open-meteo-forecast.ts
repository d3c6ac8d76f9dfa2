import * as z from 'zod/mini';
import { isZone } from '#shared/dates/zone.ts';
import {
  Celsius,
  type DayWeather,
  Depth,
  FeltCelsius,
  type Hour,
  Percent,
  type Report,
  SnowDepth,
  Speed,
  WmoCode,
} from './report.ts';

/** One more than is shown: an answer that is kept past midnight still has all of them. */
const FORECAST_DAYS = 8;

const CURRENT = {
  temperature_2m: Celsius,
  apparent_temperature: z.nullable(FeltCelsius),
  relative_humidity_2m: z.nullable(Percent),
  precipitation: z.nullable(Depth),
  weather_code: WmoCode,
  wind_speed_10m: z.nullable(Speed),
  wind_gusts_10m: z.nullable(Speed),
};

/** The last hours and days may still be unknown, so all of them may be null. */
const listOf = <Value extends z.ZodMiniType>(value: Value) => z.array(z.nullable(value));
const HOURLY = {
  temperature_2m: listOf(Celsius),
  apparent_temperature: listOf(FeltCelsius),
  precipitation: listOf(Depth),
  precipitation_probability: listOf(Percent),
  weather_code: listOf(WmoCode),
  wind_speed_10m: listOf(Speed),
  wind_gusts_10m: listOf(Speed),
};
const LocalTime = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));
const DAILY = {
  weather_code: listOf(WmoCode),
  temperature_2m_max: listOf(Celsius),
  temperature_2m_min: listOf(Celsius),
  precipitation_sum: listOf(Depth),
  precipitation_probability_max: listOf(Percent),
  snowfall_sum: listOf(SnowDepth),
  wind_speed_10m_max: listOf(Speed),
  wind_gusts_10m_max: listOf(Speed),
  sunrise: listOf(LocalTime),
  sunset: listOf(LocalTime),
};

const CELSIUS = z.literal('°C');
const KMH = z.literal('km/h');
const MM = z.literal('mm');

/** What was asked for, in the units it was asked in: all else is no answer. */
const ForecastReply = z.object({
  latitude: z.number(),
  longitude: z.number(),
  utc_offset_seconds: z.int().check(z.minimum(-50_400), z.maximum(50_400)),
  timezone: z.string().check(z.maxLength(64), z.refine(isZone, 'no time zone')),
  current_units: z.object({ temperature_2m: CELSIUS, wind_speed_10m: KMH, precipitation: MM }),
  current: z.object({ time: LocalTime, ...CURRENT }),
  hourly_units: z.object({ temperature_2m: CELSIUS, wind_speed_10m: KMH, precipitation: MM }),
  hourly: z
    .object({ time: z.array(LocalTime), ...HOURLY })
    .check(z.refine(areOfOneLength, 'lists of several lengths')),
  daily_units: z.object({
    temperature_2m_max: CELSIUS,
    wind_speed_10m_max: KMH,
    precipitation_sum: MM,
    snowfall_sum: z.literal('cm'),
  }),
  daily: z
    .object({ time: z.array(z.iso.date()), ...DAILY })
    .check(z.refine(areOfOneLength, 'lists of several lengths')),
});
type ForecastReply = z.infer<typeof ForecastReply>;

function areOfOneLength(lists: object): boolean {
  const lengths = Object.values(lists).map((list: unknown) => Array.isArray(list) && list.length);
  return new Set(lengths).size === 1;
}

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Path and query of the question. @see https://open-meteo.com/en/docs */
export function forecastPath({ latitude, longitude }: Point): string {
  const query = new URLSearchParams({
    latitude: latitude.toFixed(2),
    longitude: longitude.toFixed(2),
    timezone: 'auto',
    forecast_days: String(FORECAST_DAYS),
    current: Object.keys(CURRENT).join(','),
    hourly: Object.keys(HOURLY).join(','),
    daily: Object.keys(DAILY).join(','),
  });
  return `/v1/forecast?${query}`;
}

/** Models compute in cells of up to 0.25 degrees; what is farther away is another place. */
const MAX_DEGREES_OFF = 0.5;

/** Open-Meteo's answer as a report; undefined when it is no weather, or none of this place. */
export function readForecast(answer: unknown, asked: Point): Report | undefined {
  const read = ForecastReply.safeParse(answer);
  if (!read.success || isElsewhere(read.data, asked)) return undefined;
  const { current, timezone, utc_offset_seconds: offset } = read.data;
  const days = daysOf(read.data, hoursOf(read.data));
  if (days.length === 0) return undefined;
  return {
    zone: timezone,
    now: {
      at: instantOf(current.time, offset),
      temperature: current.temperature_2m,
      feelsLike: current.apparent_temperature,
      humidity: current.relative_humidity_2m,
      precipitation: current.precipitation,
      wind: current.wind_speed_10m,
      gusts: current.wind_gusts_10m,
      code: current.weather_code,
    },
    days,
  };
}

function isElsewhere({ latitude, longitude }: Point, asked: Point): boolean {
  const along = Math.abs(longitude - asked.longitude) % 360;
  const off = Math.max(Math.abs(latitude - asked.latitude), Math.min(along, 360 - along));
  return off > MAX_DEGREES_OFF;
}

function hoursOf({ hourly, utc_offset_seconds }: ForecastReply): Map<string, Hour[]> {
  const hours = hourly.time.flatMap((time, index): [string, Hour][] => {
    const [temperature, code] = [hourly.temperature_2m[index], hourly.weather_code[index]];
    if (temperature == null || code == null) return [];
    const hour = {
      at: instantOf(time, utc_offset_seconds),
      temperature,
      feelsLike: hourly.apparent_temperature[index] ?? null,
      precipitation: hourly.precipitation[index] ?? null,
      probability: hourly.precipitation_probability[index] ?? null,
      wind: hourly.wind_speed_10m[index] ?? null,
      gusts: hourly.wind_gusts_10m[index] ?? null,
      code,
    };
    return [[time.slice(0, 10), hour]];
  });
  const byDay = Map.groupBy(hours, ([date]) => date);
  return new Map([...byDay].map(([date, all]) => [date, all.map(([, hour]) => hour)]));
}

function daysOf(
  { daily, utc_offset_seconds }: ForecastReply,
  hours: ReadonlyMap<string, Hour[]>,
): DayWeather[] {
  const instant = (time: string | null | undefined) =>
    time == null ? null : instantOf(time, utc_offset_seconds);
  return daily.time.flatMap((date, index) => {
    const [min, max] = [daily.temperature_2m_min[index], daily.temperature_2m_max[index]];
    const code = daily.weather_code[index];
    if (min == null || max == null || code == null || min > max) return [];
    return {
      date,
      code,
      min,
      max,
      precipitation: daily.precipitation_sum[index] ?? null,
      snowfall: daily.snowfall_sum[index] ?? null,
      probability: daily.precipitation_probability_max[index] ?? null,
      wind: daily.wind_speed_10m_max[index] ?? null,
      gusts: daily.wind_gusts_10m_max[index] ?? null,
      sunrise: instant(daily.sunrise[index]),
      sunset: instant(daily.sunset[index]),
      hours: hours.get(date) ?? [],
    };
  });
}

/** `2026-11-28T10:15` at +3600 s: `2026-11-28T10:15:00+01:00`. Open-Meteo gives one offset for all times. */
function instantOf(local: string, offsetSeconds: number): string {
  const sign = offsetSeconds < 0 ? '-' : '+';
  const minutes = Math.abs(offsetSeconds) / 60;
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${local}:00${sign}${part(minutes / 60)}:${part(minutes % 60)}`;
}
