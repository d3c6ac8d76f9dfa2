import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { findPlace } from '#shared/weather/find-place.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import type { Town } from '#test/support/open-meteo-forecast.ts';
import { OVER_LIMIT } from '#test/support/open-meteo-server.ts';
import { KRAKOW, NOON, openMeteoFor, providerAt, storeBy } from '#test/support/weather-sources.ts';

let id = 0;
function town(pl: string, population: number, more: Partial<Town> = {}): Town {
  id += 1;
  return { id, pl, latitude: 50, longitude: id, population, ...more };
}
const FRANCE = ['FR', 'Francja', 'France'] as const;
const USA = ['US', 'Stany Zjednoczone', 'United States'] as const;
const AUSTRIA = ['AT', 'Austria', 'Austria'] as const;
const TOWNS = [
  KRAKOW,
  town('Sopot', 37_231),
  town('Wrocław', 634_893, { en: 'Wroclaw' }),
  town('Łódź', 768_755),
  town('Zielona Góra', 140_297),
  // A village that is called as a city is in another case.
  town('Krakowie', 120),
  town('Gorzów Wielkopolski', 124_430),
  town('Gorzów', 900),
  town('Paryż', 2_138_551, { en: 'Paris', country: FRANCE, region: 'Île-de-France' }),
  town('Paris', 24_782, { country: USA, region: 'Texas' }),
  town('Wiedeń', 1_691_468, { en: 'Vienna', country: AUSTRIA }),
];

beforeEach(() => beginInvocation({}));
afterEach(() => endInvocation());

async function finder(locale: 'pl' | 'en' = 'pl') {
  const clock = { now: NOON };
  const server = await openMeteoFor(TOWNS, clock);
  const sources = {
    provider: providerAt(server.url),
    cache: weatherCache(storeBy(clock), () => clock.now),
  };
  const find = (text: string) => findPlace(text, locale, sources, () => 5_000);
  return { clock, server, find };
}

test.each([
  ['Kraków', 'Kraków'],
  ['w Krakowie', 'Kraków'],
  ['krakow', 'Kraków'],
  ['we Wrocławiu', 'Wrocław'],
  ['nad morzem w Sopocie', 'Sopot'],
  ['w lodzi', 'Łódź'],
  ['Zielonej Górze', 'Zielona Góra'],
  ['w Gorzowie', 'Gorzów Wielkopolski'],
  ['Vienna', 'Wiedeń'],
  ['w Wiedniu', 'Wiedeń'],
  ['Paris', 'Paryż'],
  ['Paris, Texas', 'Paris'],
])('%s is %s', async (said, name) => {
  const { find } = await finder();
  expect(await find(said)).toMatchObject({ name });
});

test('a place has the name, region and country of the caller’s language', async () => {
  const { find } = await finder('en');
  expect(await find('w Krakowie')).toMatchObject({ name: 'Kraków', country: 'Polska' });
  expect(await find('Kraków')).toEqual({
    name: 'Krakow',
    region: 'Województwo małopolskie',
    country: 'Poland',
    latitude: 50.06143,
    longitude: 19.93658,
  });
  expect(await find('paris')).toMatchObject({ name: 'Paris', country: 'France' });
});

test('a place that nobody knows is said to be none, and asked for again a day later', async () => {
  const { clock, server, find } = await finder();
  const unknown = { kind: 'not-found', code: 'unknown-place' };
  await expect(find('Xqzwvia')).rejects.toMatchObject(unknown);
  await expect(find('Paris, Mazowsze')).rejects.toMatchObject(unknown);
  const before = server.asked.length;
  await expect(find('Xqzwvia')).rejects.toMatchObject(unknown);
  expect(server.asked).toHaveLength(before);
  clock.now += 25 * 3_600_000;
  await expect(find('Xqzwvia')).rejects.toMatchObject(unknown);
  expect(server.asked.length).toBeGreaterThan(before);
});

test('a known place is found while the geocoder is away, an unknown one is not said to be none', async () => {
  const { server, find } = await finder();
  await find('w Krakowie');
  server.answer = OVER_LIMIT;
  expect(await find('w  krakowie')).toMatchObject({ name: 'Kraków' });
  await expect(find('Sopot')).rejects.toMatchObject({ code: 'weather-away' });
  server.answer = { status: 200, body: { results: [{ name: 'Sopot' }], generationtime_ms: 1 } };
  await expect(find('Sopot')).rejects.toMatchObject({ code: 'weather-away' });
});
