import * as z from 'zod/mini';
import { defineAgent } from './agent-entry.ts';
import { WeatherData } from './weather-data.ts';
import { WeatherState } from './weather-state.ts';

/** What the weather is and will be, and what it means for a meal. */
export const weather = defineAgent({
  name: 'weather',
  functionEnv: 'weatherFunction',
  data: WeatherData,
  state: z.nullable(WeatherState),
  tellsRestrictions: false,
  // Nothing of it could be eaten.
  withoutHarmful: (data) => data,
});
