import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { fold } from '#shared/language/fold.ts';
import { log } from '#shared/telemetry/log.ts';
import type { TimeLeft, WeatherProvider } from './open-meteo.ts';
import type { GeocodedPlace } from './open-meteo-places.ts';
import { baseForms, namedPlace } from './place-names.ts';
import { weatherAway } from './weather-away.ts';
import type { WeatherCache } from './weather-cache.ts';

/** A place whose weather can be asked for. */
export const FoundPlace = z.object({
  /** Null where only coordinates were given. */
  name: z.nullable(z.string()),
  region: z.nullable(z.string()),
  country: z.nullable(z.string()),
  latitude: z.number(),
  longitude: z.number(),
});
export type FoundPlace = z.infer<typeof FoundPlace>;

const Remembered = z.object({ place: z.nullable(FoundPlace) });

const DAY_SECONDS = 24 * 3600;
/** Towns do not move; one that was unknown may be added. */
const FOUND_SECONDS = 30 * DAY_SECONDS;
const UNKNOWN_SECONDS = DAY_SECONDS;

/**
 * The place that a text names, in any case of a Polish name. The geocoder is asked for the name as it is
 * written and for its likely base forms; of what it knows, the largest place is meant.
 * @throws UserError `weather-away` when the geocoder does not answer, `unknown-place` when there is none
 */
export async function findPlace(
  text: string,
  locale: Locale,
  { provider, cache }: { readonly provider: WeatherProvider; readonly cache: WeatherCache },
  left: TimeLeft,
): Promise<FoundPlace> {
  const key = `place:1:${locale}:${fold(text).replaceAll(/\s+/g, ' ').trim()}`;
  const known = Remembered.safeParse(await cache.read(key));
  const place = known.success ? known.data.place : await askForPlace(text, locale, provider, left);
  if (!known.success) {
    await cache.write(key, { place }, place === null ? UNKNOWN_SECONDS : FOUND_SECONDS);
  }
  if (place === null) throw unknownPlace(text);
  return place;
}

interface Candidate {
  readonly place: GeocodedPlace;
  readonly asked: string;
  readonly asWritten: boolean;
  readonly language: Locale;
}

async function askForPlace(
  text: string,
  locale: Locale,
  provider: WeatherProvider,
  left: TimeLeft,
): Promise<FoundPlace | null> {
  const { name, within } = namedPlace(text);
  // `Vienna` is the name of Wiedeń in one language only, whichever the person speaks.
  const questions = [
    { asked: name, asWritten: true, language: 'pl' as const },
    { asked: name, asWritten: true, language: 'en' as const },
    ...baseForms(name).map((asked) => ({ asked, asWritten: false, language: 'pl' as const })),
  ];
  const answers = await Promise.all(
    questions.map(async (question) => ({
      question,
      got: await provider.places(question.asked, question.language, left),
    })),
  );
  const candidates = answers.flatMap(({ question, got }): Candidate[] =>
    'answer' in got ? got.answer.map((place) => ({ place, ...question })) : [],
  );
  const best = candidates
    .filter(({ place }) => within === null || isWithin(place, within))
    .map((candidate) => ({ candidate, score: scoreOf(candidate, locale) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)[0]?.candidate;
  if (best !== undefined) return inLanguage(best, candidates, locale);
  const failed = answers.flatMap(({ got }) => ('failed' in got ? got.failed : []))[0];
  if (failed === undefined) return null;
  log.warn('The geocoder does not answer', { reason: failed });
  throw weatherAway();
}

/**
 * How likely a place is the one that was meant: people ask about large places, by their whole name, and
 * Polish people about those at home. The factors were set by hand on the places of its test.
 */
function scoreOf({ place, asked, asWritten }: Candidate, locale: Locale): number {
  const [name, wanted] = [fold(place.name), fold(asked)];
  const exact = name === wanted;
  if (!exact && !/^[\s-]/.test(name.startsWith(wanted) ? name.slice(wanted.length) : '')) return 0;
  const home = locale === 'pl' && place.countryCode === 'PL';
  return (place.population + 1) * (exact ? 10 : 1) * (home ? 3 : 1) * (asWritten ? 2 : 1);
}

function isWithin({ country, countryCode, region }: GeocodedPlace, within: string): boolean {
  const wanted = fold(within);
  return [country, countryCode, region].some((name) => {
    const its = fold(name ?? '');
    return its === wanted || its.split(/\s+/).includes(wanted);
  });
}

/** The place under the name it has in this language, where the geocoder gave it in both. */
function inLanguage(
  { place }: Candidate,
  candidates: readonly Candidate[],
  locale: Locale,
): FoundPlace {
  const same = candidates.find((each) => each.place.id === place.id && each.language === locale);
  const { name, region, country, latitude, longitude } = same?.place ?? place;
  return { name, region, country, latitude, longitude };
}

function unknownPlace(text: string): UserError {
  return new UserError('not-found', 'unknown-place', {
    pl: `Nie znam miejsca „${text}”.`,
    en: `There is no place known as “${text}”.`,
  });
}
