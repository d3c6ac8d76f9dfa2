import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { Instant } from '#shared/schemas/instant.ts';
import { log } from '#shared/telemetry/log.ts';
import type { TimeLeft, WeatherProvider } from './open-meteo.ts';
import type { Point } from './open-meteo-forecast.ts';
import { Report } from './report.ts';
import { weatherAway } from './weather-away.ts';
import type { WeatherCache } from './weather-cache.ts';

const MINUTE = 60_000;
/** As long as an answer is given again without asking. */
export const FRESH_MS = 15 * MINUTE;
/** As long as it is better than none, while the provider is away. */
export const KEPT_MS = 6 * 60 * MINUTE;

const Kept = z.object({ report: Report, fetchedAt: Instant });
type Kept = z.infer<typeof Kept>;

/** The weather of a place, and how old that is. */
export interface WeatherAt extends Kept {
  /** Older than it should be, for the provider does not answer. */
  readonly stale: boolean;
  readonly ageSeconds: number;
}

/** Milliseconds after which is looked whether another instance has its answer. */
const LOOK_MS = 50;
/** Milliseconds kept of the wait for giving an answer. */
const RESERVE_MS = 200;

/** Gives the weather of a point. @throws UserError `weather-away` when nobody can say it */
export type WeatherOf = (point: Point, left: TimeLeft) => Promise<WeatherAt>;

/**
 * Weather, asked for once: by one caller of an instance at a time, by one instance at a time, and not
 * again for a quarter of an hour.
 */
export function rememberedWeather(
  { provider, cache }: { readonly provider: WeatherProvider; readonly cache: WeatherCache },
  now: () => number = Date.now,
): WeatherOf {
  const asking = new Map<string, Promise<WeatherAt>>();
  const ageOf = ({ fetchedAt }: Kept) => Math.max(0, now() - Date.parse(fetchedAt));
  const shown = (kept: Kept): WeatherAt => ({
    ...kept,
    stale: ageOf(kept) >= FRESH_MS,
    ageSeconds: Math.floor(ageOf(kept) / 1000),
  });

  async function recall(key: string): Promise<Kept | undefined> {
    const kept = Kept.safeParse(await cache.read(key));
    return kept.success && ageOf(kept.data) < KEPT_MS ? kept.data : undefined;
  }

  async function renew(
    key: string,
    point: Point,
    left: TimeLeft,
    old: Kept | undefined,
  ): Promise<WeatherAt> {
    const got = await provider.forecast(point, left);
    if ('answer' in got) {
      const kept = { report: got.answer, fetchedAt: new Date(now()).toISOString() };
      await cache.write(key, kept, KEPT_MS / 1000);
      return shown(kept);
    }
    log.warn('Open-Meteo gives no weather', { reason: got.failed });
    if (old === undefined) throw weatherAway();
    return shown(old);
  }

  async function ask(key: string, point: Point, left: TimeLeft): Promise<WeatherAt> {
    for (;;) {
      const kept = await recall(key);
      if (kept !== undefined && ageOf(kept) < FRESH_MS) return shown(kept);
      if (await cache.claim(key)) {
        try {
          return await renew(key, point, left, kept);
        } finally {
          await cache.release(key);
        }
      }
      // Another instance asks the same: what it learns is worth waiting for.
      if (left() <= RESERVE_MS) {
        if (kept !== undefined) return shown(kept);
        throw weatherAway();
      }
      await pause(LOOK_MS);
    }
  }

  return (point, left) => {
    const key = keyOf(point);
    const running = asking.get(key) ?? ask(key, point, left).finally(() => asking.delete(key));
    asking.set(key, running);
    return running;
  };
}

/** Places of about a kilometre share an answer: no model computes finer. */
function keyOf({ latitude, longitude }: Point): string {
  return `weather:1:${latitude.toFixed(2)}:${longitude.toFixed(2)}`;
}
