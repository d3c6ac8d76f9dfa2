import type { Locale } from '#shared/context/locale.ts';
import { describeCode } from '#shared/weather/condition.ts';
import type { Report } from '#shared/weather/report.ts';
import type { Reader } from '#shared/weather/show-weather.ts';
import { temperature, waterDepth, windSpeed } from '#shared/weather/units.ts';
import { type Figures, type Phrases, phrasesOf } from './phrases.ts';
import type { Stretch } from './stretch.ts';

/** `6,4 mm` */
export function amount({ value, unit }: { value: number; unit: string }, locale: Locale): string {
  return `${value.toLocaleString(locale)} ${unit}`;
}

/** The figures of some hours, in the units and the language of who reads them. */
export function figuresOf(stretch: Stretch, { locale, units }: Reader): Figures {
  const { min, max, code } = stretch;
  return {
    sky: describeCode(code).words[locale],
    range: phrasesOf(locale).range(
      amount(temperature(min, units), locale),
      amount(temperature(max, units), locale),
    ),
    ...fallingAndBlowing(stretch, { locale, units }),
  };
}

/** What the weather is at this moment. */
export function momentText(place: string, now: Report['now'], reader: Reader): string {
  const { locale, units } = reader;
  const shown = (celsius: number) => amount(temperature(celsius, units), locale);
  return phrasesOf(locale).now(
    place,
    shown(now.temperature),
    now.feelsLike === null ? null : shown(now.feelsLike),
    {
      sky: describeCode(now.code).words[locale],
      ...fallingAndBlowing({ ...now, probability: null }, reader),
    },
  );
}

function fallingAndBlowing(
  {
    precipitation,
    probability,
    wind,
    gusts,
  }: Pick<Stretch, 'precipitation' | 'probability' | 'wind' | 'gusts'>,
  { locale, units }: Reader,
) {
  return {
    precipitation: precipitation === null ? null : amount(waterDepth(precipitation, units), locale),
    probability,
    wind: wind === null ? null : amount(windSpeed(wind, units), locale),
    gusts: gusts === null ? null : amount(windSpeed(gusts, units), locale),
  };
}

/** `jutro (niedziela, 29 listopada)`; the bare date where it is neither today nor tomorrow. */
export function dayLabel(date: string, days: readonly { date: string }[], locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const written = format.format(new Date(`${date}T00:00:00Z`));
  const { today, tomorrow }: Phrases = phrasesOf(locale);
  const near = [today, tomorrow][days.findIndex((day) => day.date === date)];
  return near === undefined ? written : `${near} (${written})`;
}
