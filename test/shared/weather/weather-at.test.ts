import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENV } from '#shared/env.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { FAULTS, faultyServer } from '#test/support/faulty-server.ts';
import { OVER_LIMIT } from '#test/support/open-meteo-server.ts';
import {
  KRAKOW,
  NOON,
  openMeteoFor,
  providerAt,
  readerOn,
  storeBy,
} from '#test/support/weather-sources.ts';

const HERE = { name: null, region: null, country: null, latitude: 50.0614, longitude: 19.9366 };
const MINUTE = 60_000;
const AWAY = { kind: 'unavailable', code: 'weather-away', retryAfter: 60 };

beforeEach(() => beginInvocation({}));
afterEach(() => endInvocation());

/** One instance that asks a server that is well. */
async function asking() {
  const clock = { now: NOON };
  const server = await openMeteoFor([KRAKOW], clock);
  const store = storeBy(clock);
  return { clock, server, store, reader: readerOn(server, clock, store) };
}

test('reads what Open-Meteo says of now, the days and their hours', async () => {
  const { reader } = await asking();
  const { report, days, stale, ageSeconds } = await reader.at(HERE);
  expect({ stale, ageSeconds, zone: report.zone }).toEqual({
    stale: false,
    ageSeconds: 0,
    zone: 'Europe/Warsaw',
  });
  expect(report.now).toMatchObject({
    at: '2026-11-28T12:00:00+01:00',
    temperature: 4.2,
    feelsLike: 2.2,
    humidity: 71,
    code: 3,
  });
  expect(days.map(({ date }) => date).slice(0, 2)).toEqual(['2026-11-28', '2026-11-29']);
  expect(days[1]).toMatchObject({
    min: 2,
    max: 7.5,
    precipitation: 6.4,
    probability: 80,
    wind: 22,
  });
  expect(days[1]?.hours).toHaveLength(24);
  expect(days[1]?.hours[15]).toMatchObject({ at: '2026-11-29T15:00:00+01:00', temperature: 7.5 });
});

test('asks again after a quarter of an hour, and for a place a kilometre away not at all', async () => {
  const { clock, server, reader } = await asking();
  const askings: number[] = [];
  for (const minutes of [0, 14, 1, 14]) {
    clock.now += minutes * MINUTE;
    await reader.at({ ...HERE, latitude: HERE.latitude + 0.002 });
    askings.push(server.asked.length);
  }
  expect(askings).toEqual([1, 1, 2, 2]);
});

test('what one instance learned, another knows, and losing it loses nothing', async () => {
  const { clock, server, store, reader } = await asking();
  await reader.at(HERE);
  const other = readerOn(server, clock, store);
  await other.at(HERE);
  expect(server.asked).toHaveLength(1);
  store.kept.clear();
  expect(await readerOn(server, clock, store).at(HERE)).toMatchObject({ stale: false });
  expect(server.asked).toHaveLength(2);
});

test('twenty callers of three instances at once are one question', async () => {
  const { clock, server, store } = await asking();
  const held = Promise.withResolvers<void>();
  server.until = held.promise;
  const instances = [1, 2, 3].map(() => readerOn(server, clock, store));
  const answers = Promise.all(
    Array.from({ length: 20 }, (_, index) => instances[index % 3]?.at(HERE)),
  );
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  held.resolve();
  const temperatures = (await answers).map((each) => each?.report.now.temperature);
  expect(new Set(temperatures)).toEqual(new Set([4.2]));
  expect(server.asked).toHaveLength(1);
});

test('without Redis an instance remembers by itself', async () => {
  const clock = { now: NOON };
  const server = await openMeteoFor([KRAKOW], clock);
  const away = vi.fn(() => Promise.reject(new Error('Redis is away')));
  const store = { readCached: away, writeCached: away, claimKey: away, releaseKey: away };
  const reader = readerOn(server, clock, store);
  await reader.at(HERE);
  // It is asked once in an invocation, for each question would wait for it.
  expect(away).toHaveBeenCalledTimes(1);
  expect(await reader.at(HERE)).toMatchObject({ stale: false });
  expect(server.asked).toHaveLength(1);
});

test.each(FAULTS)('while the provider is %s, an old answer says how old it is', async (fault) => {
  vi.stubEnv(ENV.serviceWaitMs, '600');
  const clock = { now: NOON };
  const real = await openMeteoFor([KRAKOW], clock);
  const server = await faultyServer(real.port);
  const reader = readerOn(server, clock, storeBy(clock));
  await reader.at(HERE);
  await server.be(fault);
  const later = async (minutes: number) => {
    clock.now = NOON + minutes * MINUTE;
    beginInvocation({});
    return await reader.at(HERE);
  };
  expect(await later(10)).toMatchObject({ stale: false, ageSeconds: 600 });
  expect(await later(90)).toMatchObject({
    stale: true,
    ageSeconds: 5400,
    report: { now: { temperature: 4.2, at: '2026-11-28T12:00:00+01:00' } },
  });
  await expect(later(361)).rejects.toMatchObject(AWAY);
  await server.be('well');
  expect(await later(362)).toMatchObject({ stale: false, ageSeconds: 0 });
  await server.close();
});

test.each([
  ['a failure', { status: 500, body: { error: true, reason: 'Internal error' } }],
  ['too many questions', OVER_LIMIT],
  ['a page', { status: 200, body: '<html>Maintenance</html>' }],
  ['nothing', { status: 200, body: {} }],
  ['half an answer', { status: 200, body: '{"latitude": 50.0, "longi' }],
])('%s is no weather', async (_, answer) => {
  const { server, reader } = await asking();
  server.answer = answer;
  await expect(reader.at(HERE)).rejects.toMatchObject(AWAY);
  server.answer = undefined;
  expect(await reader.at(HERE)).toMatchObject({ stale: false });
});

const put = (section: string, values: object) => (reply: Record<string, unknown>) => ({
  ...reply,
  [section]: { ...Object(reply[section]), ...values },
});
test.each([
  ['a temperature that is none', put('current', { temperature_2m: 417 })],
  ['a temperature in words', put('current', { temperature_2m: 'mild' })],
  ['Fahrenheit', put('current_units', { temperature_2m: '°F' })],
  ['a code of no table', put('current', { weather_code: 42 })],
  ['rain below nothing', put('daily', { precipitation_sum: Array(8).fill(-1) })],
  ['lists of several lengths', put('daily', { temperature_2m_max: [3] })],
  ['another place', (reply: Record<string, unknown>) => ({ ...reply, latitude: -33.9 })],
  ['a zone that is none', (reply: Record<string, unknown>) => ({ ...reply, timezone: 'Mars' })],
  ['days that are over', put('daily', { time: Array(8).fill('2026-11-01') })],
])('%s makes an answer garbage', async (_, distort) => {
  const { server, reader } = await asking();
  server.distort = distort;
  await expect(reader.at(HERE)).rejects.toMatchObject(AWAY);
});

test('what is not known of far days is left open, not made up', async () => {
  const { server, reader } = await asking();
  const unknown = Array(8).fill(null);
  server.distort = put('daily', {
    wind_gusts_10m_max: unknown,
    temperature_2m_max: [5, ...unknown.slice(1)],
  });
  const { days } = await reader.at(HERE);
  expect(days).toHaveLength(1);
  expect(days[0]).toMatchObject({ max: 5, gusts: null, probability: 10 });
});

test('what hangs is not waited for a second time in an invocation', async () => {
  vi.stubEnv(ENV.serviceWaitMs, '300');
  const clock = { now: NOON };
  const real = await openMeteoFor([KRAKOW], clock);
  const server = await faultyServer(real.port);
  await server.be('hung');
  const cache = weatherCache(storeBy(clock), () => clock.now);
  const reader = weatherReader({ provider: providerAt(server.url), cache }, () => clock.now);
  await expect(reader.at(HERE)).rejects.toMatchObject(AWAY);
  const { sent } = { ...server.since };
  await expect(reader.at(HERE)).rejects.toMatchObject(AWAY);
  expect(server.since.sent).toBe(sent);
  await server.close();
});
