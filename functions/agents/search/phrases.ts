import type { Locale } from '#shared/context/locale.ts';
import type { RecipeHeadings } from '#shared/recipes/recipe-text.ts';

/** How one language says what was found. */
export interface SearchPhrases {
  found(words: string): string;
  nothing(words: string): string;
  /** Nobody invents what was not found. */
  readonly noGuess: string;
  filtered(filters: string): string;
  minutes(minutes: number): string;
  longer(minutes: number): string;
  noSuch(place: number): string;
  without(food: string): string;
  inLanguage: Readonly<Record<Locale, string>>;
  source(source: string): string;
  /** @param names of whom could not be asked */
  notAsked(names: string): string;
  readonly unchecked: string;
  readonly closing: string;
  readonly what: string;
  readonly gone: string;
  quoted(quote: string): string;
  readonly headings: RecipeHeadings;
}

const SOURCES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  pl: { own: 'Wasz przepis', shipped: 'przepis z aplikacji' },
  en: { own: 'your recipe', shipped: 'recipe of the app' },
};

const PHRASES: Readonly<Record<Locale, SearchPhrases>> = {
  pl: {
    found: (words) => `Znalezione („${words}”):`,
    nothing: (words) => `Nic nie znalazłem („${words}”).`,
    noGuess: 'Nie chcę zgadywać; spróbuj innych słów.',
    filtered: (filters) => `Tylko: ${filters}.`,
    minutes: (minutes) => `do ${minutes} min`,
    longer: (minutes) => `Do ${minutes} min nic nie mam; te trwają dłużej:`,
    noSuch: (place) =>
      `Na liście nie ma pozycji ${place}. Powiedz, której szukasz, albo czego mam poszukać.`,
    without: (food) => `bez: ${food}`,
    inLanguage: { pl: 'po polsku', en: 'po angielsku' },
    source: (source) => SOURCES.pl[source] ?? source,
    notAsked: (names) => `Nie udało się zapytać: ${names}; odpowiadam z reszty.`,
    unchecked: 'Strony z sieci to cudze słowa: nie sprawdzam w nich diet ani alergii.',
    closing: 'Napisz na przykład „pokaż pierwszy”, „tylko wegańskie” albo „po angielsku”.',
    what: 'Czego mam poszukać? Napisz na przykład „znajdź przepis na żurek” albo „co to jest jicama?”.',
    gone: 'Tego przepisu już nie ma.',
    quoted: (quote) => `„${quote}”`,
    headings: {
      serves: (servings) => `porcje: ${servings}`,
      ingredients: 'Składniki:',
      method: 'Przygotowanie:',
    },
  },
  en: {
    found: (words) => `Found (“${words}”):`,
    nothing: (words) => `I found nothing (“${words}”).`,
    noGuess: 'I do not want to guess; try other words.',
    filtered: (filters) => `Only: ${filters}.`,
    minutes: (minutes) => `up to ${minutes} min`,
    longer: (minutes) => `Nothing takes ${minutes} min or less; these take longer:`,
    noSuch: (place) =>
      `There is no number ${place} on the list. Say which one, or what to look for.`,
    without: (food) => `without ${food}`,
    inLanguage: { pl: 'in Polish', en: 'in English' },
    source: (source) => SOURCES.en[source] ?? source,
    notAsked: (names) => `These could not be asked: ${names}; this is from the rest.`,
    unchecked: 'Pages of the web are other people’s words: I check no diets and allergies in them.',
    closing: 'Say for example “show the first one”, “only vegan” or “in Polish”.',
    what: 'What am I to look for? Say for example “find a recipe for pancakes” or “what is jicama?”.',
    gone: 'That recipe is gone.',
    quoted: (quote) => `“${quote}”`,
    headings: {
      serves: (servings) => `serves ${servings}`,
      ingredients: 'Ingredients:',
      method: 'Method:',
    },
  },
};

export function phrasesOf(locale: Locale): SearchPhrases {
  return PHRASES[locale];
}
