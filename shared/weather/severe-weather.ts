import * as z from 'zod/mini';
import table from './data/severe-weather.json' with { type: 'json' };
import type { DayWeather } from './report.ts';

export const SevereKind = z.enum(['heat', 'frost', 'wind', 'rain', 'snow', 'storm']);

const Words = { pl: z.string(), en: z.string() };
const Table = z.object({
  notes: z.array(
    z.object({
      kind: SevereKind,
      measure: z.enum(['max', 'min', 'gusts', 'rain', 'snowfall']),
      direction: z.enum(['from', 'down-to']),
      /** Of the levels 1 to 3. */
      limits: z.array(z.number()),
      unit: z.enum(['temperature', 'speed', 'depth', 'snow']),
      ...Words,
    }),
  ),
  /** By WMO code. */
  storms: z.record(z.string(), z.object({ level: z.int(), ...Words })),
});

const { notes, storms } = Table.parse(table);

/** Something that a day's forecast makes dangerous. */
export interface SevereWeather {
  readonly kind: z.infer<typeof SevereKind>;
  /** 1 to 3, as the Polish weather service counts. */
  readonly level: number;
  readonly date: string;
  /** What it is measured in, metric; null for a storm, which is none. */
  readonly measured: {
    readonly value: number;
    readonly unit: 'temperature' | 'speed' | 'depth' | 'snow';
  } | null;
  /** With `{value}` where the figure stands. */
  readonly words: { readonly pl: string; readonly en: string };
}

/** What the forecast of a day warns of, by the limits in data/severe-weather.json. */
export function severeWeather(day: DayWeather): SevereWeather[] {
  const { date } = day;
  const measured = notes.flatMap(({ kind, measure, direction, limits, unit, pl, en }) => {
    const value = measureOf(day, measure);
    if (value === null) return [];
    const reached = (limit: number) => (direction === 'from' ? value >= limit : value <= limit);
    const level = limits.filter(reached).length;
    return level === 0 ? [] : [{ kind, level, date, measured: { value, unit }, words: { pl, en } }];
  });
  const storm = storms[day.code];
  if (storm === undefined) return measured;
  const { level, ...words } = storm;
  return [...measured, { kind: 'storm', level, date, measured: null, words }];
}

/** mm of water in a centimetre of fresh snow, as Open-Meteo reckons. */
const WATER_OF_SNOW = 10 / 7;

function measureOf(
  { min, max, gusts, precipitation, snowfall }: DayWeather,
  measure: 'max' | 'min' | 'gusts' | 'rain' | 'snowfall',
): number | null {
  if (measure !== 'rain') return { min, max, gusts, snowfall }[measure];
  return precipitation === null ? null : precipitation - (snowfall ?? 0) * WATER_OF_SNOW;
}
