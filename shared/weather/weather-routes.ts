import { defineRoutes } from '#shared/entry/routes.ts';
import { CurrentWeather, Forecast, ForecastQuery, WhereQuery } from './weather-schema.ts';

const problems = {
  404: ['not-found', 'unknown-place'],
  422: ['no-location', 'two-locations', 'half-a-location'],
  503: ['weather-away'],
};

export const weatherRoutes = defineRoutes('forecast', {
  readCurrentWeather: {
    method: 'GET',
    path: '/api/v2/weather/current',
    scope: 'read',
    limit: 'weather',
    summary: 'The weather now, of a place or of the one in the caller’s profile.',
    query: WhereQuery,
    problems,
    replies: { 200: CurrentWeather },
  },
  readForecast: {
    method: 'GET',
    path: '/api/v2/weather/forecast',
    scope: 'read',
    limit: 'weather',
    summary: 'The weather now and for up to seven days from today, by day and by hour.',
    query: ForecastQuery,
    problems,
    replies: { 200: Forecast },
  },
});
