import { onTestFinished, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { type SharedStore, weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import type { Town } from './open-meteo-forecast.ts';
import { type OpenMeteoServer, startOpenMeteo } from './open-meteo-server.ts';

/** Noon of a Saturday in Warsaw. */
export const NOON = Date.parse('2026-11-28T12:00:00+01:00');

export const KRAKOW: Town = {
  id: 3094802,
  pl: 'Kraków',
  en: 'Krakow',
  latitude: 50.06143,
  longitude: 19.93658,
  region: 'Województwo małopolskie',
  population: 755_050,
  now: { temperature: 4.2, code: 3 },
  days: [
    { code: 3, min: 1.1, max: 5.4, probability: 10 },
    { code: 61, min: 2, max: 7.5, precipitation: 6.4, probability: 80, wind: 22, gusts: 48 },
    { code: 0, min: -3, max: 2 },
  ],
};

/** A clock that only the test turns. */
export interface Clock {
  now: number;
}

/** Open-Meteo on this machine, gone with the test. */
export async function openMeteoFor(towns: readonly Town[], clock: Clock): Promise<OpenMeteoServer> {
  const server = await startOpenMeteo(towns, () => clock.now);
  onTestFinished(() => server.close());
  return server;
}

/** What asks the servers at these addresses; by default both the same one. */
export function providerAt(weather: string, geocoding = weather) {
  vi.stubEnv(ENV.weatherUrl, weather);
  vi.stubEnv(ENV.geocodingUrl, geocoding);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return openMeteo(fetchOutbound);
}

/** Redis as a map, by a test's clock. */
export function storeBy(clock: Clock): SharedStore & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const ends = new Map<string, number>();
  const read = (key: string) => {
    if ((ends.get(key) ?? 0) <= clock.now) kept.delete(key);
    return kept.get(key) ?? null;
  };
  const write = (key: string, value: unknown, ttlSeconds: number) => {
    kept.set(key, JSON.parse(JSON.stringify(value)));
    ends.set(key, clock.now + ttlSeconds * 1000);
  };
  return {
    kept,
    readCached: async (key) => read(key),
    writeCached: async (key, value, ttlSeconds) => write(key, value, ttlSeconds),
    async claimKey(key, ttlSeconds) {
      if (read(key) !== null) return false;
      write(key, 1, ttlSeconds);
      return true;
    },
    releaseKey: async (key) => void kept.delete(key),
  };
}

/** A reader of an instance of its own, on a store that others may share. */
export function readerOn(server: { readonly url: string }, clock: Clock, store: SharedStore) {
  const sources = {
    provider: providerAt(server.url),
    cache: weatherCache(store, () => clock.now),
  };
  return weatherReader(sources, () => clock.now);
}
