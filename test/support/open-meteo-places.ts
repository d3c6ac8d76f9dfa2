import { withoutMarks } from '#shared/language/without-marks.ts';
import type { Town } from './open-meteo-forecast.ts';

/** Two letters find equal names, more also what begins so; marks do not matter, nor the language. */
export function search(query: Record<string, string>, towns: readonly Town[]) {
  const { name = '', count, language, format, ...rest } = query;
  if (Object.keys(rest).length > 0 || count === undefined || format !== 'json') {
    throw new Error(`Open-Meteo was asked for ${JSON.stringify(query)}`);
  }
  const plain = (text: string) => withoutMarks(text).toLowerCase();
  const wanted = plain(name);
  const found = towns.filter(({ pl, en = pl }) =>
    [pl, en].some((its) =>
      wanted.length < 3 ? plain(its) === wanted : plain(its).startsWith(wanted),
    ),
  );
  const results = found
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
    .slice(0, Number(count))
    .map((town) => resultOf(town, language === 'pl' ? 'pl' : 'en'));
  return { ...(results.length > 0 && { results }), generationtime_ms: 0.71 };
}

function resultOf(town: Town, language: 'pl' | 'en') {
  const [code, inPolish, inEnglish] = town.country ?? ['PL', 'Polska', 'Poland'];
  return {
    id: town.id,
    name: language === 'pl' ? town.pl : (town.en ?? town.pl),
    latitude: town.latitude,
    longitude: town.longitude,
    elevation: 219,
    feature_code: 'PPL',
    country_code: code,
    admin1_id: 858786,
    timezone: 'Europe/Warsaw',
    ...(town.population !== undefined && { population: town.population }),
    country_id: 798544,
    country: language === 'pl' ? inPolish : inEnglish,
    ...(town.region !== undefined && { admin1: town.region }),
  };
}
