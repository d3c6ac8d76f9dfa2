import type { PartOfDay } from '#shared/orchestration/agents/weather-state.ts';
import type { DayWeather, Hour } from '#shared/weather/report.ts';

/** The weather of some hours in a row, a whole day or a part of it. */
export type Stretch = Pick<
  DayWeather,
  'date' | 'code' | 'min' | 'max' | 'precipitation' | 'probability' | 'wind' | 'gusts'
>;

/** Hours of the clock, the last one not included; a night ends on the day after. */
const HOURS: Readonly<Record<PartOfDay | 'daytime', readonly [from: number, to: number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 23],
  night: [23, 30],
  daytime: [11, 21],
};

/** A part of a day; the whole day where its hours are not known. */
export function stretchOf(
  day: DayWeather,
  next: DayWeather | undefined,
  part: PartOfDay | 'daytime',
): Stretch {
  const [from, to] = HOURS[part];
  const hours = [...inHours(day, from, to), ...(next ? inHours(next, from - 24, to - 24) : [])];
  const [first, ...rest] = hours;
  return first === undefined ? day : joined(day.date, [first, ...rest]);
}

function inHours({ hours }: DayWeather, from: number, to: number): Hour[] {
  return hours.filter(({ at }) => from <= hourOf(at) && hourOf(at) < to);
}

/** `2026-11-28T15:00:00+01:00` is at 15. */
function hourOf(at: string): number {
  return Number(at.slice(11, 13));
}

function joined(date: string, hours: readonly [Hour, ...Hour[]]): Stretch {
  const temperatures = hours.map(({ temperature }) => temperature);
  const most = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : Math.max(...known);
  };
  const rain = hours.map(({ precipitation }) => precipitation).filter((value) => value !== null);
  return {
    date,
    // The higher the code, the worse the weather.
    code: Math.max(...hours.map(({ code }) => code)),
    min: Math.min(...temperatures),
    max: Math.max(...temperatures),
    precipitation: rain.length === 0 ? null : rain.reduce((sum, value) => sum + value, 0),
    probability: most(hours.map(({ probability }) => probability)),
    wind: most(hours.map(({ wind }) => wind)),
    gusts: most(hours.map(({ gusts }) => gusts)),
  };
}
