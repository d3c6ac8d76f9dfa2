import { addToCounters, sharedStore } from '#shared/clients/redis.ts';
import { limitedEndpoint } from '#shared/entry/limited-endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { currentWeather, forecast } from '#shared/weather/asked-weather.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { weatherRoutes } from '#shared/weather/weather-routes.ts';

const reader = weatherReader({
  provider: openMeteo(fetchOutbound),
  cache: weatherCache(sharedStore),
});

const endpoint = limitedEndpoint(addToCounters);
export const handler = endpoint(weatherRoutes, {
  readCurrentWeather: async ({ household, query, locale }) =>
    reply(200, await currentWeather(household, query, locale, reader)),
  readForecast: async ({ household, query, locale }) =>
    reply(200, await forecast(household, query, locale, reader)),
});
