import type { Locale } from '#shared/context/locale.ts';
import type { WeatherData } from '#shared/orchestration/agents/weather-data.ts';
import type { AgentEvent } from '#shared/orchestration/contract/agent-event.ts';
import { showForecast } from '#shared/weather/show-weather.ts';
import type { Units } from '#shared/weather/units.ts';
import type { PlaceWeather } from '#shared/weather/weather-reader.ts';
import { takeMessage, type WeatherDeps, type WeatherRequest } from './take-message.ts';

/** Where the figures come from, as their licence asks to be said. */
const SOURCE = {
  kind: 'web',
  id: 'open-meteo',
  title: 'Open-Meteo',
  url: 'https://open-meteo.com/',
} as const;

/** As many days as the API shows. */
const MAX_DAYS = 7;

/**
 * Tells the weather, and what it means for a meal. Without the provider, or a place, it says just that:
 * no figure comes from anywhere else.
 */
export async function* weatherAgent(
  request: WeatherRequest,
  deps: WeatherDeps,
): AsyncGenerator<AgentEvent> {
  yield { type: 'tool', name: 'forecast' };
  const { intent, lines, weather, units, keep, state } = await takeMessage(request, deps);
  yield { type: 'intent', intent: { name: intent, confidence: 0.9, source: 'rules' } };
  // Each is a line by itself: the gate may withhold one and leave the others.
  yield { type: 'token', text: lines.join('\n') };
  yield { type: 'data', data: { weather: weather && shown(weather, request.locale, units) } };
  if (weather !== null) yield { type: 'citation', citation: SOURCE };
  if (keep !== null) yield { type: 'proposal', proposal: { kind: 'default-place', place: keep } };
  if (intent === 'away') yield { type: 'degraded', reason: 'weather-away' };
  yield { type: 'state', state };
}

/** The forecast without its hours, which no talk shows. */
function shown(weather: PlaceWeather, locale: Locale, units: Units): WeatherData['weather'] {
  const forecast = showForecast(weather, weather.days.slice(0, MAX_DAYS), { locale, units });
  return { ...forecast, days: forecast.days.map(({ hours: _hours, ...day }) => day) };
}
