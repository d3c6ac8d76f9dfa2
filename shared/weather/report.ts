import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';
import { isKnownCode } from './condition.ts';

// Metric, whatever the reader likes. The bounds are a little beyond what was ever measured on Earth:
// what lies outside of them is no weather.
const between = (low: number, high: number) => z.number().check(z.minimum(low), z.maximum(high));

/** °C */
export const Celsius = between(-95, 65);
/** °C as skin feels it, wind and damp counted in. */
export const FeltCelsius = between(-130, 90);
/** km/h at 10 m. */
export const Speed = between(0, 500);
/** mm of water, melted snow included. */
export const Depth = between(0, 2000);
/** cm of fresh snow. */
export const SnowDepth = between(0, 500);
export const Percent = between(0, 100);
export const WmoCode = z.int().check(z.refine(isKnownCode, 'no code of WMO table 4677'));

/** The weather of one moment; null is what the provider did not say. */
const Moment = z.object({
  temperature: Celsius,
  feelsLike: z.nullable(FeltCelsius),
  precipitation: z.nullable(Depth),
  wind: z.nullable(Speed),
  gusts: z.nullable(Speed),
  code: WmoCode,
});

export const Hour = z.extend(Moment, { at: Instant, probability: z.nullable(Percent) });
export type Hour = z.infer<typeof Hour>;

export const DayWeather = z.object({
  /** In the zone of the place. */
  date: z.iso.date(),
  code: WmoCode,
  min: Celsius,
  max: Celsius,
  precipitation: z.nullable(Depth),
  snowfall: z.nullable(SnowDepth),
  /** Of any precipitation, in percent. */
  probability: z.nullable(Percent),
  wind: z.nullable(Speed),
  gusts: z.nullable(Speed),
  sunrise: z.nullable(Instant),
  sunset: z.nullable(Instant),
  hours: z.array(Hour),
});
export type DayWeather = z.infer<typeof DayWeather>;

/** What the provider said of one place. */
export const Report = z.object({
  zone: z.string(),
  now: z.extend(Moment, { at: Instant, humidity: z.nullable(Percent) }),
  days: z.array(DayWeather).check(z.minLength(1)),
});
export type Report = z.infer<typeof Report>;
