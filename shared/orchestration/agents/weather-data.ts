import * as z from 'zod/mini';
import { CurrentWeather, ForecastDay } from '#shared/weather/weather-schema.ts';

export const WeatherData = z.object({
  /** Null where there is none to show: no place, or no provider. */
  weather: z.nullable(
    z.extend(CurrentWeather, { days: z.array(z.omit(ForecastDay, { hours: true })) }),
  ),
});
export type WeatherData = z.infer<typeof WeatherData>;
