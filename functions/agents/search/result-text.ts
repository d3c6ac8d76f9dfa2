import type { Locale } from '#shared/context/locale.ts';
import type { FoundItem } from '#shared/orchestration/agents/search-data.ts';
import type { SearchQuery } from '#shared/orchestration/agents/search-state.ts';
import { codeName } from '#shared/restrictions/diet-names.ts';
import { phrasesOf } from './phrases.ts';

/** What a search came to. */
export interface Results {
  readonly items: readonly FoundItem[];
  /** Who could not be asked. */
  readonly notAsked: readonly string[];
  /** Nothing is as quick as was asked, so these take longer. */
  readonly isLonger: boolean;
}

/** What was found, a line each: the gate may withhold one and leave the others. */
export function resultLines(
  query: SearchQuery,
  { items, notAsked, isLonger }: Results,
  locale: Locale,
): string[] {
  const phrases = phrasesOf(locale);
  const filters = filtersText(isLonger ? { ...query, minutes: null } : query, locale);
  const hasPages = items.some(({ kind }) => kind === 'web');
  return [
    items.length === 0
      ? `${phrases.nothing(query.words)} ${phrases.noGuess}`
      : phrases.found(query.words),
    ...(filters === '' ? [] : [phrases.filtered(filters)]),
    ...(isLonger && query.minutes !== null ? [phrases.longer(query.minutes)] : []),
    ...items.map((item, at) => `${at + 1}. ${itemText(item, locale)}`),
    ...(hasPages ? [phrases.unchecked] : []),
    ...(notAsked.length > 0 ? [phrases.notAsked(notAsked.join(', '))] : []),
    ...(items.length > 0 ? [phrases.closing] : []),
  ];
}

/** One that was found, with all of what is known of it. */
export function itemText(
  { title, minutes, quote, source, url }: FoundItem,
  locale: Locale,
): string {
  const phrases = phrasesOf(locale);
  const about = [
    ...(minutes === null ? [] : [`${minutes} min`]),
    phrases.source(source),
    ...(url === null || source === 'shipped' ? [] : [url]),
  ];
  const said = quote === null || quote === '' ? '' : `: ${phrases.quoted(quote)}`;
  return `${title} (${about.join(', ')})${said}`;
}

function filtersText({ minutes, diet, without, language }: SearchQuery, locale: Locale): string {
  const phrases = phrasesOf(locale);
  return [
    ...(diet === null ? [] : [codeName(diet, locale)]),
    ...(minutes === null ? [] : [phrases.minutes(minutes)]),
    ...without.map(({ name }) => phrases.without(name)),
    ...(language === null ? [] : [phrases.inLanguage[language]]),
  ].join(', ');
}
