import { type Message, UserError } from '#shared/errors/user-error.ts';

/** Seconds: Open-Meteo counts questions by the minute, and says no other time at which it answers again. */
const RETRY_AFTER = 60;

export const WEATHER_AWAY: Message = {
  pl: 'Serwis pogodowy Open-Meteo jest nieosiągalny. Spróbuj za chwilę.',
  en: 'The weather service Open-Meteo cannot be reached. Try again in a moment.',
};

/** 503: nobody can be asked, and nothing is remembered. */
export function weatherAway(): UserError {
  return new UserError('unavailable', 'weather-away', WEATHER_AWAY, { retryAfter: RETRY_AFTER });
}
