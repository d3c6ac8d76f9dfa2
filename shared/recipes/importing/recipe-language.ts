import { francAll } from 'franc-min';
import { messageLanguage } from '#shared/language/message-language.ts';

/** Languages that recipes are written in, as ISO 639-3 and 639-1; others are not told apart by their words. */
const LANGUAGES: Readonly<Record<string, string>> = {
  pol: 'pl',
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  ces: 'cs',
  slk: 'sk',
  swe: 'sv',
  dan: 'da',
  nob: 'no',
  fin: 'fi',
  hun: 'hu',
  ron: 'ro',
  hrv: 'hr',
  rus: 'ru',
  ukr: 'uk',
  bul: 'bg',
  ell: 'el',
  tur: 'tr',
  jpn: 'ja',
  cmn: 'zh',
  kor: 'ko',
};
const ALIKE: readonly string[] = ['pl', 'cs', 'sk', 'hr', 'uk'];
/** Letters of Polish alone. */
const POLISH = /[łśźż]/gi;
/** Shorter texts are believed to be in the language that they say. */
const ENOUGH = 40;

/**
 * The language of a recipe as ISO 639-1: what its words look like, for sites say `en-US` because their
 * software does; what it or its page says where the words are too few.
 * @param declared by the recipe itself
 */
export function recipeLanguage(
  texts: readonly string[],
  declared: string | undefined,
  pageLanguage: string | undefined,
): string {
  const text = texts.join(' \n').slice(0, 20_000);
  const said = [declared, pageLanguage].map(codeOf).find((code) => code !== undefined);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if ((text.match(POLISH)?.length ?? 0) > letters / 100) return 'pl';
  const [guess] = letters < ENOUGH ? [] : francAll(text, { only: Object.keys(LANGUAGES) });
  const guessed = LANGUAGES[guess?.[0] ?? ''];
  const worded = messageLanguage(text);
  if (guessed === undefined) return said ?? worded ?? 'en';
  // Polish without its marks looks like its neighbours.
  if (worded === 'pl' && ALIKE.includes(guessed)) return 'pl';
  if (guessed === said || letters >= 2 * ENOUGH) return guessed;
  return said ?? (worded === 'en' ? 'en' : guessed);
}

function codeOf(tag: string | undefined): string | undefined {
  return /^[a-z]{2}(?![a-z])/.exec(tag?.trim().toLowerCase() ?? '')?.[0];
}
