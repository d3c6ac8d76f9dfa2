import { expect, test } from 'vitest';
import type { DayWeather } from '#shared/weather/report.ts';
import { severeWeather } from '#shared/weather/severe-weather.ts';
import { showSevere } from '#shared/weather/show-weather.ts';

const MILD: DayWeather = {
  date: '2026-07-01',
  code: 3,
  min: 12,
  max: 22,
  precipitation: 4,
  snowfall: 0,
  probability: 20,
  wind: 15,
  gusts: 40,
  sunrise: null,
  sunset: null,
  hours: [],
};

const found = (day: Partial<DayWeather>) =>
  severeWeather({ ...MILD, ...day }).map(({ kind, level }) => `${kind} ${level}`);

test.each([
  ['a mild day', {}, []],
  ['29.9 °C', { max: 29.9 }, []],
  ['30 °C', { max: 30 }, ['heat 1']],
  ['38 °C', { max: 38 }, ['heat 3']],
  ['-15 °C', { min: -15, max: -4 }, ['frost 1']],
  ['-31 °C', { min: -31, max: -20 }, ['frost 3']],
  ['gusts of 69 km/h', { gusts: 69 }, []],
  ['gusts of 92 km/h', { gusts: 92 }, ['wind 2']],
  ['31 mm of rain', { precipitation: 31 }, ['rain 1']],
  ['21 cm of snow, which is 30 mm of water', { snowfall: 21, precipitation: 30 }, ['snow 2']],
  ['a storm', { code: 95 }, ['storm 1']],
  ['hail', { code: 99, gusts: 75 }, ['wind 1', 'storm 2']],
  ['what is not known', { gusts: null, snowfall: null, precipitation: null }, []],
] as const)('%s: %o', (_, day, expected) => {
  expect(found(day)).toEqual(expected);
});

test('is said in words and units of the reader', () => {
  const day = { ...MILD, max: 35.5 };
  const text = (reader: Parameters<typeof showSevere>[1]) => showSevere([day], reader)[0]?.text;
  expect(text({ locale: 'pl', units: 'metric' })).toBe('upał do 35,5 °C');
  expect(text({ locale: 'en', units: 'imperial' })).toBe('heat up to 95.9 °F');
});
