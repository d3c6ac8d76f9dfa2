import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';

/** Results of one name; the largest come first. */
const MAX_RESULTS = 10;

const Text = z.string().check(z.maxLength(200));
const PlacesReply = z.object({
  /** Left out where there is none. */
  results: z.optional(
    z
      .array(
        z.object({
          id: z.int(),
          name: Text.check(z.minLength(1)),
          latitude: z.number().check(z.minimum(-90), z.maximum(90)),
          longitude: z.number().check(z.minimum(-180), z.maximum(180)),
          country: z.optional(Text),
          country_code: z.optional(Text),
          admin1: z.optional(Text),
          population: z.optional(z.number().check(z.minimum(0))),
        }),
      )
      .check(z.maxLength(100)),
  ),
  generationtime_ms: z.number(),
});

/** A place as the geocoder knows it. */
export interface GeocodedPlace {
  readonly id: number;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly region: string | null;
  readonly population: number;
}

/** Path and query of the question. @see https://open-meteo.com/en/docs/geocoding-api */
export function placesPath(name: string, language: Locale): string {
  const query = new URLSearchParams({
    name,
    count: String(MAX_RESULTS),
    language,
    format: 'json',
  });
  return `/v1/search?${query}`;
}

/** The places of Open-Meteo's answer; undefined when it is none. */
export function readPlaces(answer: unknown): GeocodedPlace[] | undefined {
  const read = PlacesReply.safeParse(answer);
  if (!read.success) return undefined;
  return (read.data.results ?? []).map((place) => ({
    id: place.id,
    name: place.name,
    latitude: place.latitude,
    longitude: place.longitude,
    country: place.country ?? null,
    countryCode: place.country_code ?? null,
    region: place.admin1 ?? null,
    population: place.population ?? 0,
  }));
}
