import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import { readSettings } from '#shared/profiles/profile-store.ts';
import type { WeatherReader } from '#shared/weather/weather-reader.ts';
import type { DayForecast } from './problem/facts.ts';

/** Whose meals are planned, and who asks; a job asks for nobody. */
export type PlanningFor = Pick<HouseholdContext, 'householdId'> & {
  readonly userId?: string | undefined;
};

/** The forecast of where a household lives; empty when that is not known. */
export type Forecasts = (household: PlanningFor) => Promise<readonly DayForecast[]>;

/** The forecast at the caller's default place: nobody goes without a plan for want of weather. */
export function forecastsOf(reader: WeatherReader): Forecasts {
  return async ({ householdId, userId }) => {
    if (userId === undefined) return [];
    const settings = await withHousehold({ householdId }, (client) => readSettings(client, userId));
    const place = settings?.defaultLocation ?? null;
    if (place === null) return [];
    try {
      const { days } = await reader.at({ region: null, country: null, ...place });
      return days.map(({ date, max, precipitation }) => ({ date, max, precipitation }));
    } catch (error) {
      if (isUserError(error)) return [];
      throw error;
    }
  };
}
