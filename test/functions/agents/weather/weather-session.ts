import { onTestFinished } from 'vitest';
import { takeMessage, type WeatherTurn } from '#functions/agents/weather/take-message.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { Profile } from '#shared/profiles/profile.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import type { Town } from '#test/support/open-meteo-forecast.ts';
import type { OpenMeteoServer } from '#test/support/open-meteo-server.ts';
import { KRAKOW, NOON, openMeteoFor, readerOn, storeBy } from '#test/support/weather-sources.ts';

export const GDANSK: Town = {
  id: 3099434,
  pl: 'Gdańsk',
  en: 'Gdansk',
  latitude: 54.35205,
  longitude: 18.64637,
  population: 461_865,
  now: { temperature: 6.1, code: 0 },
  days: [
    { code: 0, min: 3, max: 8 },
    { code: 2, min: 4, max: 9.5, wind: 35, gusts: 62 },
  ],
};
/** A week in July: rain on the day after tomorrow, heat behind it. */
export const SUMMER: Town = {
  id: 3081368,
  pl: 'Wrocław',
  en: 'Wroclaw',
  latitude: 51.1,
  longitude: 17.03333,
  population: 634_893,
  now: { temperature: 22, code: 1 },
  days: [
    { code: 1, min: 14, max: 24, probability: 5, gusts: 22 },
    { code: 1, min: 15, max: 27, probability: 0, gusts: 18 },
    { code: 63, min: 13, max: 18, precipitation: 14.2, probability: 95, gusts: 41 },
    { code: 95, min: 19, max: 35, precipitation: 9, probability: 70, gusts: 92 },
    { code: 0, min: 18, max: 31 },
  ],
};

export interface WeatherSession {
  readonly server: OpenMeteoServer;
  readonly clock: { now: number };
  /** The lines of the answer. */
  says(message: string, locale?: Locale): Promise<string>;
  turn(message: string, locale?: Locale): Promise<WeatherTurn>;
}

/** A session with the agent, Saturday noon, with a fake Open-Meteo behind it. */
export async function weatherSession(
  profile: Partial<Pick<Profile, 'units' | 'defaultLocation'>> = {},
): Promise<WeatherSession> {
  const clock = { now: NOON };
  const server = await openMeteoFor([KRAKOW, GDANSK, SUMMER], clock);
  beginInvocation({});
  onTestFinished(() => endInvocation());
  const reader = readerOn(server, clock, storeBy(clock));
  let state: WeatherTurn['state'] | null = null;
  const turn = async (message: string, locale: Locale = 'pl') => {
    const answer = await takeMessage(
      { message, locale, state },
      {
        reader,
        settings: async () => ({
          units: 'metric',
          zone: 'Europe/Warsaw',
          defaultLocation: null,
          ...profile,
        }),
        now: () => clock.now,
      },
    );
    state = answer.state;
    return answer;
  };
  return {
    server,
    clock,
    turn,
    says: async (message, locale) => (await turn(message, locale)).lines.join('\n'),
  };
}
