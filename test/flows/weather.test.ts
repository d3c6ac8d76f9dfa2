import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { contextOf } from '#cdk/local/context.ts';
import { CurrentWeather, Forecast } from '#shared/weather/weather-schema.ts';
import { type FaultyServer, faultyServer } from '#test/support/faulty-server.ts';
import { type OpenMeteoServer, startOpenMeteo } from '#test/support/open-meteo-server.ts';
import { KRAKOW } from '#test/support/weather-sources.ts';
import { assemblyOf, runningSystem } from './running-system.ts';

let openMeteo: OpenMeteoServer;
let proxy: FaultyServer;
afterAll(async () => {
  await proxy?.close();
  openMeteo?.close();
});
const system = runningSystem(async (data) => {
  openMeteo = await startOpenMeteo([KRAKOW]);
  proxy = await faultyServer(openMeteo.port);
  const given = ['-c', `weatherUrl=${proxy.url}`, '-c', `geocodingUrl=${proxy.url}`];
  return await assemblyOf(data, contextOf(given, undefined));
});

test('a place in the locative has weather, asked for once however many ask', async () => {
  const path = '/api/v2/weather/forecast?location=w%20Krakowie&days=3';
  const replies = await Promise.all(Array.from({ length: 8 }, () => system.fetch(path)));
  for (const reply of replies) {
    expect(reply.status).toBe(200);
    const weather = z.parse(Forecast, await reply.json());
    expect(weather).toMatchObject({ location: { name: 'Kraków' }, stale: false });
    expect(weather.days).toHaveLength(3);
  }
  const asked = openMeteo.asked.filter(({ pathname }) => pathname === '/v1/forecast');
  expect(asked).toHaveLength(1);
});

test('the default place is the profile’s', async () => {
  const profile = await system.fetch('/api/v2/profile');
  const changed = await system.fetch('/api/v2/profile', {
    method: 'PATCH',
    headers: {
      'content-type': 'application/json',
      'if-match': profile.headers.get('etag') ?? '',
    },
    body: JSON.stringify({
      defaultLocation: { name: 'Kraków', latitude: 50.06143, longitude: 19.93658 },
    }),
  });
  expect(changed.status).toBe(200);
  const reply = await system.fetch('/api/v2/weather/current');
  const weather = z.parse(CurrentWeather, await reply.json());
  expect(weather).toMatchObject({ temperature: { value: 4.2, unit: '°C' } });
});

test('with the provider gone a known place has its weather, another one a 503 and no figure', async () => {
  await proxy.be('refused');
  const known = await system.fetch('/api/v2/weather/current?location=w%20Krakowie');
  expect(known.status).toBe(200);
  const unknown = await system.fetch('/api/v2/weather/current?lat=10&lon=10');
  expect(unknown.status).toBe(503);
  expect(unknown.headers.get('retry-after')).toBe('60');
  const problem: unknown = await unknown.json();
  expect(problem).toMatchObject({ code: 'weather-away' });
  expect(problem).not.toHaveProperty('temperature');
});
