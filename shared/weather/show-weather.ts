import type { Locale } from '#shared/context/locale.ts';
import { describeCode } from './condition.ts';
import type { DayWeather, Hour, Report } from './report.ts';
import { type SevereWeather, severeWeather } from './severe-weather.ts';
import { freshSnow, temperature, type Units, waterDepth, windSpeed } from './units.ts';
import type { PlaceWeather } from './weather-reader.ts';
import type { CurrentWeather, Forecast, ForecastDay } from './weather-schema.ts';

/** How one person likes figures and words. */
export interface Reader {
  readonly locale: Locale;
  readonly units: Units;
}

/** As the licence of the data asks. */
const ATTRIBUTION = {
  text: 'Weather data by Open-Meteo.com',
  url: 'https://open-meteo.com/',
  licence: 'CC BY 4.0',
};

/** @param days the ones whose dangers are noted */
export function showCurrent(
  { place, report, fetchedAt, ageSeconds, stale }: PlaceWeather,
  days: readonly DayWeather[],
  reader: Reader,
): CurrentWeather {
  return {
    location: { ...place, zone: report.zone },
    provider: 'open-meteo',
    attribution: ATTRIBUTION,
    observedAt: report.now.at,
    fetchedAt,
    ageSeconds,
    stale,
    ...showMoment(report.now, reader),
    humidity: report.now.humidity,
    warnings: showSevere(days, reader),
  };
}

export function showForecast(
  weather: PlaceWeather,
  days: readonly DayWeather[],
  reader: Reader,
): Forecast {
  return {
    ...showCurrent(weather, days, reader),
    days: days.map((day) => showDay(day, reader)),
  };
}

function showDay(day: DayWeather, reader: Reader): ForecastDay {
  const { locale, units } = reader;
  const { date, min, max, precipitation, snowfall, probability, wind, gusts } = day;
  return {
    date,
    ...showSky(day.code, locale),
    temperature: { min: temperature(min, units), max: temperature(max, units) },
    precipitation: precipitation === null ? null : waterDepth(precipitation, units),
    probability,
    snowfall: snowfall === null ? null : freshSnow(snowfall, units),
    wind: wind === null ? null : windSpeed(wind, units),
    gusts: gusts === null ? null : windSpeed(gusts, units),
    sunrise: day.sunrise,
    sunset: day.sunset,
    hours: day.hours.map((hour) => ({
      at: hour.at,
      ...showMoment(hour, reader),
      probability: hour.probability,
    })),
  };
}

function showMoment(moment: Report['now'] | Hour, { locale, units }: Reader) {
  const { feelsLike, precipitation, wind, gusts } = moment;
  return {
    ...showSky(moment.code, locale),
    temperature: temperature(moment.temperature, units),
    feelsLike: feelsLike === null ? null : temperature(feelsLike, units),
    precipitation: precipitation === null ? null : waterDepth(precipitation, units),
    wind: wind === null ? null : windSpeed(wind, units),
    gusts: gusts === null ? null : windSpeed(gusts, units),
  };
}

function showSky(code: number, locale: Locale) {
  const { condition, words } = describeCode(code);
  return { condition, description: words[locale], wmoCode: code };
}

/** What the forecast of some days warns of, in words. */
export function showSevere(
  days: readonly DayWeather[],
  reader: Reader,
): CurrentWeather['warnings'] {
  return days.flatMap(severeWeather).map(({ kind, level, date, measured, words }) => {
    const figure = measured === null ? '' : figureOf(measured, reader);
    return { kind, level, date, text: words[reader.locale].replace('{value}', figure) };
  });
}

const SHOWN = { temperature, speed: windSpeed, depth: waterDepth, snow: freshSnow };

function figureOf(
  { value, unit }: NonNullable<SevereWeather['measured']>,
  { locale, units }: Reader,
): string {
  const shown = SHOWN[unit](value, units);
  return `${shown.value.toLocaleString(locale)} ${shown.unit}`;
}
