import type { Topic } from '#shared/orchestration/agents/weather-state.ts';
import type { DayWeather } from '#shared/weather/report.ts';
import type { Reader } from '#shared/weather/show-weather.ts';
import { dayLabel } from './figures.ts';
import {
  appetite,
  judgeOutdoors,
  type Likelihood,
  snowiness,
  storminess,
  wetness,
  windiness,
} from './judge.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { type Stretch, stretchOf } from './stretch.ts';

/** What is asked about, in the order of a forecast. */
export interface Asked {
  readonly topic: Topic | null;
  readonly stretches: readonly Stretch[];
  /** The whole forecast, for a better day. */
  readonly days: readonly DayWeather[];
}

const LIKELIHOODS = {
  rain: wetness,
  snow: snowiness,
  storm: storminess,
  wind: windiness,
} as const satisfies Partial<Record<Topic, (stretch: Stretch) => Likelihood>>;

/** The answer in a sentence, before the figures that it follows from. */
export function topicText({ topic, stretches, days }: Asked, { locale }: Reader): string[] {
  const phrases = phrasesOf(locale);
  const [first] = stretches;
  if (topic === null || topic === 'temperature' || first === undefined) return [];
  if (topic === 'food') return [];
  if (topic !== 'outdoors') return [phrases[topic][likeliest(stretches.map(LIKELIHOODS[topic]))]];
  return outdoorsText(stretches, days, phrases, (date) => dayLabel(date, days, locale));
}

function likeliest(all: readonly Likelihood[]): Likelihood {
  return (['yes', 'maybe'] as const).find((each) => all.includes(each)) ?? 'no';
}

/** Of several days the best one is told. */
function outdoorsText(
  stretches: readonly Stretch[],
  days: readonly DayWeather[],
  phrases: Phrases,
  label: (date: string) => string,
): string[] {
  const judged = stretches
    .map((stretch) => ({ stretch, ...judgeOutdoors(stretch) }))
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict]);
  const [best] = judged;
  if (best === undefined) return [];
  const reasons = best.against.map((reason) => phrases.against[reason]);
  const verdict = phrases.outdoors[best.verdict];
  const text = best.verdict === 'good' ? verdict : `${verdict}${phrases.joined(reasons)}`;
  const others = days.map((day, at) => stretchOf(day, days[at + 1], 'daytime'));
  const better = others.find((other) => RANK[judgeOutdoors(other).verdict] < RANK[best.verdict]);
  return [
    stretches.length > 1 ? `${label(best.stretch.date)}: ${text}` : text,
    ...(best.verdict !== 'good' && better !== undefined
      ? [phrases.better(label(better.date))]
      : []),
    ...(best.verdict === 'bad' ? [phrases.bakeInstead] : []),
  ];
}

const RANK = { good: 0, fair: 1, bad: 2 };

/** What the weather gives an appetite for; of one day only, for a week has all kinds. */
export function foodText({ topic, stretches }: Asked, { locale }: Reader): string[] {
  const [only, second] = stretches;
  if (only === undefined || second !== undefined || topic === 'outdoors') return [];
  const taste = appetite(only);
  if (topic !== 'food' && (topic !== null || taste === 'any')) return [];
  return [phrasesOf(locale).food[taste]];
}
