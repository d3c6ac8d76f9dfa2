import * as z from 'zod/mini';
import { sharedStore } from '#shared/clients/redis.ts';
import { chatAgent } from '#shared/entry/chat-agent.ts';
import { WeatherState } from '#shared/orchestration/agents/weather-state.ts';
import { AgentRequest } from '#shared/orchestration/contract/agent-request.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { openMeteo } from '#shared/weather/open-meteo.ts';
import { weatherCache } from '#shared/weather/weather-cache.ts';
import { weatherReader } from '#shared/weather/weather-reader.ts';
import { weatherAgent } from './agent.ts';
import { settingsOf } from './settings.ts';

const reader = weatherReader({
  provider: openMeteo(fetchOutbound),
  cache: weatherCache(sharedStore),
});

const WeatherRequest = z.extend(AgentRequest, { state: z.nullable(WeatherState) });

/** Tells the weather, and what it means for a meal; asked by the chat. */
export const handler = chatAgent(WeatherRequest, (request) =>
  weatherAgent(request, { reader, settings: () => settingsOf(request), now: Date.now }),
);
