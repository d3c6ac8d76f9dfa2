import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { handler as chat } from '#functions/api/chat/handler.ts';
import { handler as forecast } from '#functions/api/forecast/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { readOwnProfile } from '#shared/profiles/own-profile.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import {
  type OpenMeteoServer,
  OVER_LIMIT,
  startOpenMeteo,
} from '#test/support/open-meteo-server.ts';
import { KRAKOW } from '#test/support/weather-sources.ts';
import { OLA, person } from '../../api/recipes/diners.ts';
import { GDANSK } from './weather-session.ts';

const database = testDatabase();
agentsBehindChat();
let server: OpenMeteoServer;

beforeAll(async () => {
  server = await startOpenMeteo([KRAKOW, GDANSK]);
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

async function say(household: HouseholdContext, message: string, sessionId?: string) {
  const body = { message, ...(sessionId !== undefined && { sessionId }) };
  const answer = await call(chat, {
    method: 'POST',
    resource: '/api/v1/chat',
    household,
    body,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

test('the chat asks it about the weather, and goes on with its session', async () => {
  const household = await database.newHousehold();
  const first = await say(household, 'jaka będzie jutro pogoda?');
  expect(first).toMatchObject({ agent: 'weather', intent: { name: 'ask-place' } });
  expect(first.text).toContain('O jakie miejsce chodzi?');
  const { sessionId } = first;
  const second = await say(household, 'w Krakowie', sessionId);
  expect(second).toMatchObject({
    agent: 'weather',
    data: { weather: { location: { name: 'Kraków' }, condition: 'overcast' } },
    citations: [{ kind: 'web', title: 'Open-Meteo' }],
    degraded: false,
  });
  expect(second.data.weather.days[1]).toMatchObject({ condition: 'rain', probability: 80 });
  expect(second.text).toMatch(/^Kraków, jutro .*od 2 °C do 7,5 °C, opady 6,4 mm/);
  const third = await say(household, 'a w Gdańsku?', sessionId);
  expect(third.text).toMatch(/^Gdańsk, jutro/);
});

test('a place is kept as the default once that is confirmed, by a word', async () => {
  const household = await database.newHousehold();
  const { sessionId, proposals, text } = await say(household, 'pogoda w Krakowie');
  expect(text).toContain('Zapamiętać miejsce „Kraków” jako domyślne?');
  expect(proposals).toMatchObject([
    { kind: 'default-place', diff: { defaultLocation: { name: 'Kraków' } } },
  ]);
  expect((await readOwnProfile(household)).profile.defaultLocation).toBeNull();
  expect((await say(household, 'tak', sessionId)).text).toContain(
    'Zapamiętane domyślne miejsce: Kraków.',
  );
  const { profile } = await readOwnProfile(household);
  expect(profile.defaultLocation).toEqual({
    name: 'Kraków',
    latitude: KRAKOW.latitude,
    longitude: KRAKOW.longitude,
  });
  const here = await call(forecast, { resource: '/api/v2/weather/current', household });
  expect(here.json).toMatchObject({ location: { name: 'Kraków' } });
  expect((await say(household, 'what is the weather?')).text).toMatch(/^Kraków, now: 4.2 °C/);
});

test('what it says of food withholds nothing from people with allergies', async () => {
  const household = await database.newHousehold();
  await person(database, household, 'Ola', OLA);
  const { text, safety } = await say(household, 'pogoda jutro w Krakowie');
  expect(text).toContain('gorąca zupa');
  expect(safety?.verdict ?? 'ok').not.toBe('block');
});

test('without the provider it is degraded, says so, and gives no figure', async () => {
  const household = await database.newHousehold();
  server.answer = OVER_LIMIT;
  const reply = await say(household, 'pogoda w Sanoku');
  expect(reply).toMatchObject({
    agent: 'weather',
    degraded: true,
    degradedReason: 'weather-away',
    data: { weather: null },
    citations: [],
  });
  expect(reply.text).toContain('Open-Meteo jest nieosiągalny');
  expect(reply.text).not.toMatch(/\d/);
});
