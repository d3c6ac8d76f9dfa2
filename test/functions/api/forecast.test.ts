import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/forecast/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { changeProfile } from '#shared/profiles/profile-store.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { type OpenMeteoServer, startOpenMeteo } from '#test/support/open-meteo-server.ts';
import { KRAKOW } from '#test/support/weather-sources.ts';

const database = testDatabase();
const HEAT = {
  ...KRAKOW,
  id: 2,
  pl: 'Wrocław',
  en: 'Wroclaw',
  latitude: 51.1,
  longitude: 17.03333,
  now: { temperature: 31.5, code: 1 },
  days: [{ code: 95, min: 19, max: 35, gusts: 95, precipitation: 12 }],
};
let server: OpenMeteoServer;

beforeAll(async () => {
  server = await startOpenMeteo([KRAKOW, HEAT]);
  vi.stubEnv(ENV.weatherUrl, server.url);
  vi.stubEnv(ENV.geocodingUrl, server.url);
  // Without its secret Redis is away.
  vi.stubEnv(ENV.redisSecret, 'no-such-secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => {
  server.answer = undefined;
});

function ask(
  household: HouseholdContext,
  path: 'current' | 'forecast',
  query: Record<string, string> = {},
  language = 'pl',
) {
  const resource = `/api/v2/weather/${path}`;
  return call(handler, { resource, query, household, headers: { 'accept-language': language } });
}

test('says what the weather is in a town, in whatever case its name stands', async () => {
  const household = await database.newHousehold();
  const { status, json } = await ask(household, 'current', { location: 'w Krakowie' });
  expect(status).toBe(200);
  expect(json).toMatchObject({
    location: { name: 'Kraków', country: 'Polska', latitude: 50.06143, zone: 'Europe/Warsaw' },
    provider: 'open-meteo',
    stale: false,
    condition: 'overcast',
    description: 'pochmurno',
    temperature: { value: 4.2, unit: '°C' },
    feelsLike: { value: 2.2, unit: '°C' },
    wind: { value: 10, unit: 'km/h' },
    warnings: [],
  });
});

test('gives as many days as are asked for, with their hours, a week by default', async () => {
  const household = await database.newHousehold();
  const week = await ask(household, 'forecast', { location: 'Kraków' }, 'en');
  expect(week.json.days).toHaveLength(7);
  const { json } = await ask(household, 'forecast', { location: 'Kraków', days: '2' }, 'en');
  expect(json.days).toHaveLength(2);
  expect(json.days[1]).toMatchObject({
    condition: 'rain',
    description: 'light rain',
    temperature: { min: { value: 2, unit: '°C' }, max: { value: 7.5, unit: '°C' } },
    precipitation: { value: 6.4, unit: 'mm' },
    probability: 80,
    gusts: { value: 48, unit: 'km/h' },
  });
  expect(json.days[1].hours).toHaveLength(24);
});

test('coordinates need no name, and the default place of the profile none at all', async () => {
  const household = await database.newHousehold();
  const point = await ask(household, 'current', { lat: '50.0614', lon: '19.9366' });
  expect(point.json).toMatchObject({ location: { name: null }, temperature: { value: 4.2 } });
  expect((await ask(household, 'current')).json).toMatchObject({
    code: 'no-location',
    status: 422,
  });
  const home = { name: 'Dom', latitude: 51.1, longitude: 17.03 };
  await withHousehold(household, (client) =>
    changeProfile(client, household, { defaultLocation: home }),
  );
  const { json } = await ask(household, 'current');
  expect(json).toMatchObject({ location: home, temperature: { value: 31.5 } });
});

test('figures are in the units of the profile', async () => {
  const household = await database.newHousehold();
  await withHousehold(household, (client) =>
    changeProfile(client, household, { units: 'imperial' }),
  );
  const { json } = await ask(household, 'forecast', { location: 'Wroclaw', days: '1' }, 'en');
  expect(json).toMatchObject({
    location: { name: 'Wroclaw' },
    temperature: { value: 88.7, unit: '°F' },
    wind: { value: 6.2, unit: 'mph' },
    days: [{ precipitation: { value: 0.47, unit: 'in' }, gusts: { value: 59, unit: 'mph' } }],
  });
});

test('what is dangerous is noted, with its day and figure', async () => {
  const household = await database.newHousehold();
  const { json } = await ask(household, 'current', { location: 'we Wrocławiu' });
  expect(json.warnings).toMatchObject([
    { kind: 'heat', level: 2, text: 'upał do 35 °C' },
    { kind: 'wind', level: 2, text: 'silny wiatr w porywach do 95 km/h' },
    { kind: 'storm', level: 1, text: 'burze' },
  ]);
});

test.each([
  [{ location: 'Xqzwvia' }, 404, 'unknown-place'],
  [{ lat: '50' }, 422, 'half-a-location'],
  [{ location: 'Kraków', lat: '50', lon: '20' }, 422, 'two-locations'],
  [{ lat: '91', lon: '20' }, 400, 'invalid-query'],
  [{ location: ' ' }, 400, 'invalid-query'],
  [{ location: 'Kraków', days: '8' }, 400, 'invalid-query'],
])('%o is refused as %i %s', async (query, status, code) => {
  const answer = await ask(await database.newHousehold(), 'forecast', query);
  expect([answer.status, answer.json.code]).toEqual([status, code]);
});

test('a provider that is down is a 503 that says when to come again, never weather', async () => {
  const household = await database.newHousehold();
  server.answer = { status: 500, body: { error: true, reason: 'Internal error' } };
  const answer = await ask(household, 'current', { lat: '10', lon: '10' });
  expect(answer).toMatchObject({ status: 503, json: { code: 'weather-away' } });
  expect(answer.headers['retry-after']).toBe('60');
  expect(answer.json.detail).toContain('Open-Meteo');
  expect(answer.json).not.toHaveProperty('temperature');
});
