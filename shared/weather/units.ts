import * as z from 'zod/mini';
import type { Profile } from '#shared/profiles/profile.ts';

export type Units = Profile['units'];

const Value = z.number();
export const Temperature = z.object({ value: Value, unit: z.enum(['°C', '°F']) });
export const WindSpeed = z.object({ value: Value, unit: z.enum(['km/h', 'mph']) });
/** Of water, melted snow included. */
export const WaterDepth = z.object({ value: Value, unit: z.enum(['mm', 'in']) });
export const FreshSnow = z.object({ value: Value, unit: z.enum(['cm', 'in']) });

export function temperature(celsius: number, units: Units): z.infer<typeof Temperature> {
  if (units === 'metric') return { value: rounded(celsius, 1), unit: '°C' };
  return { value: rounded(celsius * 1.8 + 32, 1), unit: '°F' };
}

export function windSpeed(kmh: number, units: Units): z.infer<typeof WindSpeed> {
  if (units === 'metric') return { value: rounded(kmh, 1), unit: 'km/h' };
  return { value: rounded(kmh / 1.609_344, 1), unit: 'mph' };
}

export function waterDepth(mm: number, units: Units): z.infer<typeof WaterDepth> {
  if (units === 'metric') return { value: rounded(mm, 1), unit: 'mm' };
  return { value: rounded(mm / 25.4, 2), unit: 'in' };
}

export function freshSnow(cm: number, units: Units): z.infer<typeof FreshSnow> {
  if (units === 'metric') return { value: rounded(cm, 1), unit: 'cm' };
  return { value: rounded(cm / 2.54, 1), unit: 'in' };
}

function rounded(value: number, digits: number): number {
  // Never -0, which reads as a frost that is none.
  return Number(value.toFixed(digits)) + 0;
}
