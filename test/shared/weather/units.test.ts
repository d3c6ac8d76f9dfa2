import { expect, test } from 'vitest';
import { freshSnow, temperature, waterDepth, windSpeed } from '#shared/weather/units.ts';

test('figures are metric as they were measured, or converted once', () => {
  expect(temperature(-0.04, 'metric')).toEqual({ value: 0, unit: '°C' });
  expect(Object.is(temperature(-0.04, 'metric').value, 0)).toBe(true);
  expect(temperature(-40, 'imperial')).toEqual({ value: -40, unit: '°F' });
  expect(windSpeed(100, 'imperial')).toEqual({ value: 62.1, unit: 'mph' });
  expect(waterDepth(6.35, 'imperial')).toEqual({ value: 0.25, unit: 'in' });
  expect(freshSnow(2.54, 'imperial')).toEqual({ value: 1, unit: 'in' });
});
