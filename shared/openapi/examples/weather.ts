import type { weatherRoutes } from '#shared/weather/weather-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT } from './values.ts';

const KRAKOW = {
  name: 'Kraków',
  region: 'Województwo małopolskie',
  country: 'Polska',
  latitude: 50.06143,
  longitude: 19.93658,
  zone: 'Europe/Warsaw',
};
const celsius = (value: number) => ({ value, unit: '°C' });
const kmh = (value: number) => ({ value, unit: 'km/h' });
const NO_RAIN = { value: 0, unit: 'mm' };
const CLOUDY = { condition: 'overcast', description: 'pochmurno', wmoCode: 3 };

const NOW = {
  location: KRAKOW,
  provider: 'open-meteo',
  attribution: {
    text: 'Weather data by Open-Meteo.com',
    url: 'https://open-meteo.com/',
    licence: 'CC BY 4.0',
  },
  observedAt: '2026-11-24T11:15:00+01:00',
  fetchedAt: BOUGHT_AT,
  ageSeconds: 40,
  stale: false,
  ...CLOUDY,
  temperature: celsius(4.2),
  feelsLike: celsius(0.9),
  humidity: 86,
  precipitation: NO_RAIN,
  wind: kmh(11.5),
  gusts: kmh(24.1),
  warnings: [],
};

export const weatherExamples: ExamplesOf<typeof weatherRoutes> = {
  readCurrentWeather: { reply: NOW },
  readForecast: {
    reply: {
      ...NOW,
      days: [
        {
          date: '2026-11-24',
          ...CLOUDY,
          temperature: { min: celsius(1.1), max: celsius(5.4) },
          precipitation: NO_RAIN,
          probability: 10,
          snowfall: { value: 0, unit: 'cm' },
          wind: kmh(14.3),
          gusts: kmh(31.7),
          sunrise: '2026-11-24T07:10:00+01:00',
          sunset: '2026-11-24T15:42:00+01:00',
          hours: [
            {
              at: '2026-11-24T11:00:00+01:00',
              ...CLOUDY,
              temperature: celsius(4.1),
              feelsLike: celsius(0.8),
              precipitation: NO_RAIN,
              wind: kmh(11.2),
              gusts: kmh(23.8),
              probability: 5,
            },
          ],
        },
      ],
    },
  },
};
