import type { Locale } from '#shared/context/locale.ts';
import { ENV } from '#shared/env.ts';
import { configuredServer } from '#shared/outbound/network.ts';
import { type fetchOutbound, textOf } from '#shared/outbound/outbound.ts';
import { noteSilence, wasSilent } from '#shared/waiting/wait-limit.ts';
import { forecastPath, type Point, readForecast } from './open-meteo-forecast.ts';
import { type GeocodedPlace, placesPath, readPlaces } from './open-meteo-places.ts';
import type { Report } from './report.ts';

/** Milliseconds that may still be waited for an answer. */
export type TimeLeft = () => number;

/** What was learned, or why nothing was; the reason is for the log. */
export type Answered<T> = { readonly answer: T } | { readonly failed: string };

/** Where weather and places come from. It does not throw for failures of its server. */
export interface WeatherProvider {
  forecast(point: Point, left: TimeLeft): Promise<Answered<Report>>;
  places(name: string, language: Locale, left: TimeLeft): Promise<Answered<GeocodedPlace[]>>;
}

const FORECAST_SERVER = 'https://api.open-meteo.com';
const GEOCODING_SERVER = 'https://geocoding-api.open-meteo.com';
/** Eight days by the hour are some 30 kB. */
const MAX_BYTES = 500_000;

/** Open-Meteo, which needs no key: its public servers, or those that the environment names. */
export function openMeteo(outbound: typeof fetchOutbound): WeatherProvider {
  // The environment is read when the first question is asked, like every other name of it.
  let forecasts: Server | undefined;
  let geocoder: Server | undefined;
  return {
    forecast(point, left) {
      forecasts ??= server(outbound, process.env[ENV.weatherUrl], FORECAST_SERVER);
      return forecasts(forecastPath(point), left, (json) => readForecast(json, point));
    },
    places(name, language, left) {
      geocoder ??= server(outbound, process.env[ENV.geocodingUrl], GEOCODING_SERVER);
      return geocoder(placesPath(name, language), left, readPlaces);
    },
  };
}

type Server = <T>(
  question: string,
  left: TimeLeft,
  read: (json: unknown) => T | undefined,
) => Promise<Answered<T>>;

/** @param configured a server of the operator's own, which may stand in a private network */
function server(
  outbound: typeof fetchOutbound,
  configured: string | undefined,
  usual: string,
): Server {
  const base = new URL(configured ?? usual);
  const network = configured === undefined ? undefined : configuredServer(base);
  const path = base.pathname.replace(/\/$/, '');
  return async (question, left, read) => {
    if (wasSilent(base.host)) return { failed: 'it was silent before' };
    const got = await outbound(
      {
        url: `${base.origin}${path}${question}`,
        accept: ['application/json'],
        maxBytes: MAX_BYTES,
        timeoutMs: left(),
        allowHttp: base.protocol === 'http:',
      },
      network,
    );
    if (!got.ok && got.reason === 'timeout') noteSilence(base.host);
    if (!got.ok) return { failed: `${got.reason}: ${got.detail}` };
    if (got.status !== 200) return { failed: `status ${got.status}` };
    const answer = read(parsed(textOf(got)));
    return answer === undefined ? { failed: 'an answer of another form' } : { answer };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it
  }
}
