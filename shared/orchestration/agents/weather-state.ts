import * as z from 'zod/mini';
import { FoundPlace } from '#shared/weather/find-place.ts';

/** What is asked of the weather besides the weather itself; what comes first here, is answered first. */
export const TOPICS = ['outdoors', 'food', 'snow', 'rain', 'storm', 'wind', 'temperature'] as const;
export type Topic = (typeof TOPICS)[number];

export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** What the agent remembers of a session from one turn to the next. */
export const WeatherState = z.object({
  place: z.nullable(FoundPlace),
  /** Names that the provider, being away, could not look up. Sessions of earlier versions have none. */
  said: z._default(z.array(z.object({ name: z.string(), certain: z.boolean() })), () => []),
  days: z.nullable(z.object({ from: z.iso.date(), to: z.iso.date() })),
  part: z.nullable(z.enum(PARTS_OF_DAY)),
  topic: z.nullable(z.enum(TOPICS)),
  /** Whether it was offered to keep a place: once in a session is enough. */
  offered: z.boolean(),
});
export type WeatherState = z.infer<typeof WeatherState>;

export const NEW_STATE: WeatherState = {
  place: null,
  said: [],
  days: null,
  part: null,
  topic: null,
  offered: false,
};
