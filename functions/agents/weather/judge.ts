import { type Condition, describeCode } from '#shared/weather/condition.ts';
import type { Stretch } from './stretch.ts';

/** Whether something comes: what a person would plan by. */
export type Likelihood = 'yes' | 'maybe' | 'no';

/** mm in a day: less wets no street. */
const WET_MM = 1;
/** Percent from which an umbrella is taken along, and from which it is needed. */
const MAYBE_PERCENT = 35;
const LIKELY_PERCENT = 60;

const SNOW: readonly Condition[] = ['snow', 'heavy-snow', 'snow-showers'];
const STORM: readonly Condition[] = ['thunderstorm', 'thunderstorm-hail'];

/** Whether anything falls. */
export function wetness({ precipitation, probability }: Stretch): Likelihood {
  const wet = (precipitation ?? 0) >= WET_MM;
  if (wet && (probability ?? LIKELY_PERCENT) >= LIKELY_PERCENT) return 'yes';
  return wet || (probability ?? 0) >= MAYBE_PERCENT ? 'maybe' : 'no';
}

export function snowiness(stretch: Stretch): Likelihood {
  return SNOW.includes(describeCode(stretch.code).condition) ? wetness(stretch) : 'no';
}

export function storminess({ code }: Stretch): Likelihood {
  return STORM.includes(describeCode(code).condition) ? 'yes' : 'no';
}

/** km/h: what moves branches (Beaufort 5), and what breaks twigs and carries embers away (7). */
const WINDY_KMH = 30;
const ROUGH_KMH = 50;

export function windiness({ wind, gusts }: Stretch): Likelihood {
  const strongest = Math.max(wind ?? 0, gusts ?? 0);
  return strongest >= ROUGH_KMH ? 'yes' : strongest >= WINDY_KMH ? 'maybe' : 'no';
}

/** What speaks against cooking and eating outside. */
export type Against = 'rain' | 'storm' | 'wind' | 'cold' | 'heat';

export interface Outdoors {
  readonly verdict: 'good' | 'fair' | 'bad';
  readonly against: readonly Against[];
}

/** °C: below the first nobody sits down, below the second in a jacket only; above the third in shade only. */
const TOO_COLD = 5;
const COOL = 14;
const TOO_HOT = 33;

/** Whether a meal outside, over a fire, will work. */
export function judgeOutdoors(stretch: Stretch): Outdoors {
  const judged: readonly (readonly [Against, Likelihood])[] = [
    ['storm', storminess(stretch)],
    ['rain', wetness(stretch)],
    ['wind', windiness(stretch)],
    ['cold', stretch.max < TOO_COLD ? 'yes' : stretch.max < COOL ? 'maybe' : 'no'],
    ['heat', stretch.max >= TOO_HOT ? 'maybe' : 'no'],
  ];
  const against = judged.flatMap(([reason, likelihood]) => (likelihood === 'no' ? [] : reason));
  const bad = judged.some(([, likelihood]) => likelihood === 'yes');
  return { verdict: bad ? 'bad' : against.length > 0 ? 'fair' : 'good', against };
}

/** °C of the warmest hour. */
const HOT = 26;
const COLD = 10;

/** What kind of food the weather asks for. */
export function appetite({ max }: Stretch): 'cold-food' | 'hot-food' | 'any' {
  return max >= HOT ? 'cold-food' : max <= COLD ? 'hot-food' : 'any';
}
