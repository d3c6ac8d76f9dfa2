import type { PartOfDay, Topic } from '#shared/orchestration/agents/weather-state.ts';
import type { DayWeather } from '#shared/weather/report.ts';
import type { Reader } from '#shared/weather/show-weather.ts';
import { showSevere } from '#shared/weather/show-weather.ts';
import type { PlaceWeather } from '#shared/weather/weather-reader.ts';
import { dayLabel, figuresOf, momentText } from './figures.ts';
import { phrasesOf } from './phrases.ts';
import type { Span } from './read-question.ts';
import { stretchOf } from './stretch.ts';
import { foodText, topicText } from './topic-text.ts';

/** What is to be told of a place's weather; without days, of today. */
export interface Told {
  readonly days: Span | null;
  readonly part: PartOfDay | null;
  readonly topic: Topic | null;
}

/** The answer in lines; every figure in it is the provider's. */
export function answerText(weather: PlaceWeather, told: Told, reader: Reader): string[] {
  const { days, part, topic } = told;
  const { locale } = reader;
  const phrases = phrasesOf(locale);
  const label = (date: string) => dayLabel(date, weather.days, locale);
  const [today] = weather.days;
  const last = weather.days.at(-1)?.date ?? today.date;
  const { from, to } = days ?? { from: today.date, to: today.date };
  if (to < today.date) return [phrases.past];
  if (from > last) return [phrases.tooFar(label(last))];
  const shown = weather.days.filter(({ date }) => from <= date && date <= to);
  const stretches = shown.map((day) => {
    const next = weather.days[weather.days.indexOf(day) + 1];
    // Meals outside are no matter of the small hours.
    const asked = part ?? (topic === 'outdoors' ? 'daytime' : null);
    return asked === null ? day : stretchOf(day, next, asked);
  });
  const asked = { topic, stretches, days: weather.days };
  const place = nameOf(weather);
  const isNow = days === null && part === null && topic !== 'outdoors';
  const when = part === null ? '' : ` ${phrases.parts[part]}`;
  const lines = stretches.map((stretch) =>
    phrases.day(`${label(stretch.date)}${when}`, figuresOf(stretch, reader)),
  );
  const answer = [
    ...topicText(asked, reader),
    ...(isNow
      ? [momentText(place, weather.report.now, reader), ...lines]
      : lines.map((line, at) => (at === 0 ? `${place}, ${line}` : line))),
    ...(to > last ? [phrases.onlyUntil] : []),
    ...severeText(shown, label, reader),
    ...foodText(asked, reader),
    ...staleText(weather, reader),
  ];
  return answer.map((line) => line.charAt(0).toLocaleUpperCase(locale) + line.slice(1));
}

function nameOf({ place: { name, latitude, longitude } }: PlaceWeather): string {
  return name ?? `${latitude}, ${longitude}`;
}

function severeText(
  days: readonly DayWeather[],
  label: (date: string) => string,
  reader: Reader,
): string[] {
  const byDay = days.flatMap((day) => {
    const notes = showSevere([day], reader).map(({ text }) => text);
    if (notes.length === 0) return [];
    return `${days.length > 1 ? `${label(day.date)}: ` : ''}${notes.join(', ')}`;
  });
  return byDay.length === 0 ? [] : [phrasesOf(reader.locale).severe(byDay)];
}

function staleText({ stale, ageSeconds }: PlaceWeather, { locale }: Reader): string[] {
  if (!stale) return [];
  const minutes = Math.floor(ageSeconds / 60);
  return [phrasesOf(locale).stale(Math.floor(minutes / 60), minutes % 60)];
}
