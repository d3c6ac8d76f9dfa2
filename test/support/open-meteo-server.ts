import { once } from 'node:events';
import { createServer } from 'node:http';
import { withoutMarks } from '#shared/language/without-marks.ts';

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

export interface OpenMeteoServer {
  readonly url: string;
  readonly port: number;
  /** Paths with queries, as they came. */
  readonly asked: URL[];
  readonly askedFor: (path: '/v1/forecast' | '/v1/search') => URL[];
  /** From now on every answer is this; undefined: as usual. */
  answer?: { readonly status: number; readonly body: unknown } | undefined;
  /** What a forecast is before it is sent. */
  distort?: ((reply: Record<string, unknown>) => unknown) | undefined;
  /** Holds answers back until it resolves. */
  until?: Promise<unknown> | undefined;
  /** Throws when it was asked what it was not told. */
  close(): void;
}

export const OVER_LIMIT = {
  status: 429,
  body: {
    error: true,
    reason: 'Minutely API request limit exceeded. Please try again in one minute.',
  },
};

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

/** Open-Meteo's forecast and geocoder on this machine: its questions, its answers, its errors. */
export async function startOpenMeteo(
  towns: readonly Town[],
  now: () => number = Date.now,
): Promise<OpenMeteoServer> {
  const asked: URL[] = [];
  const unexpected: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://open-meteo.test');
    asked.push(url);
    await fake.until;
    const { status, body } = fake.answer ?? answerTo(url);
    if (fake.answer === undefined && status >= 400) unexpected.push(url.href);
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });

  function answerTo({ pathname, searchParams }: URL): { status: number; body: unknown } {
    const query = Object.fromEntries(searchParams);
    if (pathname === '/v1/search') return search(query, towns);
    if (pathname !== '/v1/forecast')
      return { status: 404, body: { error: true, reason: 'Not Found' } };
    const town = towns.find((each) => isThere(each, query));
    if (town?.days === undefined) return refused(`nothing was told of ${searchParams}`);
    const reply = forecastOf(town, query, now());
    return { status: 200, body: fake.distort === undefined ? reply : fake.distort(reply) };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const fake: OpenMeteoServer = {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    askedFor: (path) => asked.filter(({ pathname }) => pathname === path),
    close() {
      server.closeAllConnections();
      server.close();
      if (unexpected.length > 0) throw new Error(`Open-Meteo was asked ${unexpected.join(', ')}`);
    },
  };
  return fake;
}

function refused(reason: string) {
  return { status: 400, body: { error: true, reason } };
}

function isThere({ latitude, longitude }: Town, query: Record<string, string>): boolean {
  const near = (a: number, b: string | undefined) => Math.abs(a - Number(b)) < 0.02;
  return near(latitude, query.latitude) && near(longitude, query.longitude);
}

/** Two letters find equal names, more also what begins so; marks do not matter, nor the language. */
function search(query: Record<string, string>, towns: readonly Town[]) {
  const { name = '', count, language, format, ...rest } = query;
  if (Object.keys(rest).length > 0 || count === undefined || format !== 'json') {
    return refused(`unknown parameters ${Object.keys(rest)}`);
  }
  const plain = (text: string) => withoutMarks(text).toLowerCase();
  const wanted = plain(name);
  const found = towns.filter(({ pl, en = pl }) =>
    [pl, en].some((its) =>
      wanted.length < 3 ? plain(its) === wanted : plain(its).startsWith(wanted),
    ),
  );
  const results = found
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, Number(count))
    .map((town) => resultOf(town, language === 'pl' ? 'pl' : 'en'));
  return {
    status: 200,
    body: { ...(results.length > 0 && { results }), generationtime_ms: 0.71 },
  };
}

function resultOf(town: Town, language: 'pl' | 'en') {
  const [code, inPolish, inEnglish] = town.country ?? ['PL', 'Polska', 'Poland'];
  return {
    id: town.id,
    name: language === 'pl' ? town.pl : (town.en ?? town.pl),
    latitude: town.latitude,
    longitude: town.longitude,
    elevation: 219,
    feature_code: 'PPL',
    country_code: code,
    admin1_id: 858786,
    timezone: 'Europe/Warsaw',
    ...(town.population !== undefined && { population: town.population }),
    country_id: 798544,
    country: language === 'pl' ? inPolish : inEnglish,
    ...(town.region !== undefined && { admin1: town.region }),
  };
}

function forecastOf(town: Town, query: Record<string, string>, now: number) {
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
