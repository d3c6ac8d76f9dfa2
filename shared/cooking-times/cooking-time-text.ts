import type { Locale } from '#shared/context/locale.ts';
import type { CookingTime, Way } from './cooking-foods.ts';
import type { AskedCookingTime } from './read-cooking-time.ts';

const BY: Readonly<Record<Locale, Readonly<Record<Way, string>>>> = {
  pl: { boil: 'gotowanie', bake: 'pieczenie', fry: 'smażenie', steep: 'zalać wrzątkiem na' },
  en: {
    boil: 'boiling',
    bake: 'roasting or baking',
    fry: 'frying',
    steep: 'steeping in boiling water for',
  },
};

/** `Jajko na miękko: gotowanie 4–6 min. Liczone od wrzenia.`, a line for each time. */
export function cookingTimeText({ times }: AskedCookingTime, locale: Locale): string {
  return times.map((time) => lineOf(time, locale)).join('\n');
}

function lineOf({ name, way, minutes: [from, to], celsius, note }: CookingTime, locale: Locale) {
  const at = { pl: ` w ${celsius} °C`, en: ` at ${celsius} °C` }[locale];
  const time = `${BY[locale][way]} ${from}–${to} min${celsius === undefined ? '' : at}`;
  return [`${name[locale]}: ${time}.`, ...(note === undefined ? [] : [note[locale]])].join(' ');
}
