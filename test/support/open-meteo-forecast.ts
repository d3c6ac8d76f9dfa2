/** A town as Open-Meteo's geocoder has it, and the weather that a test lets it have. */
export interface Town {
  readonly id: number;
  readonly pl: string;
  readonly en?: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country?: readonly [code: string, pl: string, en: string];
  readonly region?: string;
  readonly population?: number;
  /** Days from today; the last one goes on. */
  readonly days?: readonly ToldDay[];
  readonly now?: { readonly temperature: number; readonly code: number };
}

export interface ToldDay {
  readonly code: number;
  readonly min: number;
  readonly max: number;
  readonly precipitation?: number;
  readonly snowfall?: number;
  readonly probability?: number | null;
  readonly wind?: number;
  readonly gusts?: number;
}

const UNITS: Readonly<Record<string, string>> = {
  temperature_2m: '°C',
  apparent_temperature: '°C',
  relative_humidity_2m: '%',
  precipitation: 'mm',
  precipitation_probability: '%',
  weather_code: 'wmo code',
  wind_speed_10m: 'km/h',
  wind_gusts_10m: 'km/h',
  temperature_2m_max: '°C',
  temperature_2m_min: '°C',
  precipitation_sum: 'mm',
  precipitation_probability_max: '%',
  snowfall_sum: 'cm',
  wind_speed_10m_max: 'km/h',
  wind_gusts_10m_max: 'km/h',
  sunrise: 'iso8601',
  sunset: 'iso8601',
};

/** Seconds that the towns are ahead of UTC, all year. */
const OFFSET = 3600;

export function forecastOf(town: Town, query: Record<string, string>, now: number) {
  const { current = '', hourly = '', daily = '', forecast_days, timezone, ...rest } = query;
  const { latitude: _latitude, longitude: _longitude, ...odd } = rest;
  if (timezone !== 'auto' || Object.keys(odd).length > 0) {
    throw new Error(`Open-Meteo was asked for ${JSON.stringify(query)}`);
  }
  const days = Array.from({ length: Number(forecast_days) }, (_, index) => ({
    ...dayOf(town, index),
    date: local(now + index * 86_400_000).slice(0, 10),
  }));
  const hours = days.flatMap((day) =>
    Array.from({ length: 24 }, (_, hour) => ({
      ...day,
      time: `${day.date}T${String(hour).padStart(2, '0')}:00`,
      // Coldest at three, warmest at fifteen.
      temperature: mean(day) - ((day.max - day.min) / 2) * Math.cos(((hour - 3) * Math.PI) / 12),
    })),
  );
  const today = dayOf(town, 0);
  const moment = { ...today, temperature: town.now?.temperature ?? mean(today) };
  const quarter = Math.floor(now / 900_000) * 900_000;
  return {
    latitude: Math.round(town.latitude * 8) / 8,
    longitude: Math.round(town.longitude * 8) / 8,
    generationtime_ms: 0.28,
    utc_offset_seconds: OFFSET,
    timezone: 'Europe/Warsaw',
    timezone_abbreviation: 'GMT+1',
    elevation: 219,
    current_units: { time: 'iso8601', interval: 'seconds', ...unitsOf(current) },
    current: {
      time: local(quarter),
      interval: 900,
      ...valuesOf(current, (name) =>
        momentValue(name, { ...moment, code: town.now?.code ?? today.code }),
      ),
    },
    hourly_units: { time: 'iso8601', ...unitsOf(hourly) },
    hourly: {
      time: hours.map(({ time }) => time),
      ...valuesOf(hourly, (name) => hours.map((hour) => momentValue(name, hour))),
    },
    daily_units: { time: 'iso8601', ...unitsOf(daily) },
    daily: {
      time: days.map(({ date }) => date),
      ...valuesOf(daily, (name) => days.map((day) => dayValue(name, day))),
    },
  };
}

function dayOf({ days = [], pl }: Town, index: number): ToldDay {
  const day = days[Math.min(index, days.length - 1)];
  if (day === undefined) throw new Error(`Open-Meteo was told no weather of ${pl}`);
  return day;
}

const mean = ({ min, max }: ToldDay) => (min + max) / 2;
const local = (instant: number) => new Date(instant + OFFSET * 1000).toISOString().slice(0, 16);
const namesOf = (list: string) => list.split(',').filter((name) => name !== '');

function unitsOf(list: string): Record<string, string | undefined> {
  return Object.fromEntries(namesOf(list).map((name) => [name, UNITS[name]]));
}

function valuesOf(list: string, value: (name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(namesOf(list).map((name) => [name, value(name)]));
}

const tenth = (value: number) => Math.round(value * 10) / 10;

function momentValue(name: string, moment: ToldDay & { readonly temperature: number }): unknown {
  const values: Record<string, unknown> = {
    temperature_2m: tenth(moment.temperature),
    apparent_temperature: tenth(moment.temperature - 2),
    relative_humidity_2m: 71,
    precipitation: tenth((moment.precipitation ?? 0) / 24),
    precipitation_probability: moment.probability ?? null,
    weather_code: moment.code,
    wind_speed_10m: moment.wind ?? 10,
    wind_gusts_10m: moment.gusts ?? 20,
  };
  if (!(name in values)) throw new Error(`Open-Meteo has no ${name}`);
  return values[name];
}

function dayValue(name: string, day: ToldDay & { readonly date: string }): unknown {
  const values: Record<string, unknown> = {
    weather_code: day.code,
    temperature_2m_max: day.max,
    temperature_2m_min: day.min,
    precipitation_sum: day.precipitation ?? 0,
    precipitation_probability_max: day.probability ?? null,
    snowfall_sum: day.snowfall ?? 0,
    wind_speed_10m_max: day.wind ?? 10,
    wind_gusts_10m_max: day.gusts ?? 20,
    sunrise: `${day.date}T07:02`,
    sunset: `${day.date}T15:51`,
  };
  if (!(name in values)) throw new Error(`Open-Meteo has no ${name}`);
  return values[name];
}
