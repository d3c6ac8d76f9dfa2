import type { Locale } from '#shared/context/locale.ts';
import table from './data/conditions.json' with { type: 'json' };

export const CONDITIONS = [
  'clear',
  'mostly-clear',
  'partly-cloudy',
  'overcast',
  'fog',
  'drizzle',
  'freezing-rain',
  'rain',
  'heavy-rain',
  'showers',
  'snow',
  'heavy-snow',
  'snow-showers',
  'thunderstorm',
  'thunderstorm-hail',
] as const;
export type Condition = (typeof CONDITIONS)[number];

interface Described {
  readonly condition: Condition;
  readonly words: Readonly<Record<Locale, string>>;
}

const BY_CODE: ReadonlyMap<number, Described> = new Map(
  Object.entries(table.codes).map(([code, { condition, ...words }]) => [
    Number(code),
    { condition: conditionNamed(condition), words },
  ]),
);

export function isKnownCode(code: number): boolean {
  return BY_CODE.has(code);
}

/** What a WMO code stands for, in words. @throws for a code that no report may have */
export function describeCode(code: number): Described {
  const described = BY_CODE.get(code);
  if (described === undefined) throw new Error(`no WMO code: ${code}`);
  return described;
}

function conditionNamed(name: string): Condition {
  const condition = CONDITIONS.find((each) => each === name);
  if (condition === undefined) throw new Error(`data/conditions.json: no condition ${name}`);
  return condition;
}
