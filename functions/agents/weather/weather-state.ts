import * as z from 'zod/mini';
import { FoundPlace } from '#shared/weather/find-place.ts';
import { PARTS_OF_DAY, TOPICS } from './words.ts';

/** What the agent remembers of a session from one turn to the next. */
export const WeatherState = z.object({
  place: z.nullable(FoundPlace),
  days: z.nullable(z.object({ from: z.iso.date(), to: z.iso.date() })),
  part: z.nullable(z.enum(PARTS_OF_DAY)),
  topic: z.nullable(z.enum(TOPICS)),
  /** Whether it was offered to keep a place: once in a session is enough. */
  offered: z.boolean(),
});
export type WeatherState = z.infer<typeof WeatherState>;

export const NEW_STATE: WeatherState = {
  place: null,
  days: null,
  part: null,
  topic: null,
  offered: false,
};
