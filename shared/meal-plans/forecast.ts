import type { HouseholdContext } from '#shared/context/household-context.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import { readOwnProfile } from '#shared/profiles/own-profile.ts';
import type { WeatherReader } from '#shared/weather/weather-reader.ts';
import type { DayForecast } from './problem/facts.ts';

/** The forecast of where a household lives; empty when that is not known. */
export type Forecasts = (household: HouseholdContext) => Promise<readonly DayForecast[]>;

/** The forecast at the caller's default place: nobody goes without a plan for want of weather. */
export function forecastsOf(reader: WeatherReader): Forecasts {
  return async (household) => {
    const { profile } = await readOwnProfile(household);
    const { defaultLocation } = profile;
    if (defaultLocation === null) return [];
    try {
      const { days } = await reader.at({ region: null, country: null, ...defaultLocation });
      return days.map(({ date, max, precipitation }) => ({ date, max, precipitation }));
    } catch (error) {
      if (isUserError(error)) return [];
      throw error;
    }
  };
}
