import { findDates } from '#shared/dates/find-dates.ts';
import { withPolishMarks } from '#shared/embedding/polish-marks.ts';
import type { Language } from '#shared/language/lemma.ts';
import { type FoundAmount, findAmounts } from '#shared/quantities/find-amounts.ts';
import { stockSaid } from '#shared/quantities/spoken-amount.ts';
import { findMoney } from './find-money.ts';
import { findPeople } from './find-people.ts';
import { findLongPlaces, findPlaces } from './find-places.ts';
import { findProducts } from './find-products.ts';
import { languageOfText } from './language-of-text.ts';
import { overlaps } from './overlaps.ts';
import type { DateSlot, Place, ProductSlot, QuantitySlot, Slots } from './slots.ts';
import { countsEarlier, standsBefore, standsBehind, tieItems } from './tie-items.ts';

export interface Asked {
  /** The day in the household's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** Guessed where it is not known. */
  readonly language?: Language | undefined;
  /** Names of the household's people. */
  readonly people?: readonly string[];
  /** Gives Polish its marks back; the network of `shared/embedding` unless said otherwise. */
  readonly withMarks?: (text: string) => Promise<string>;
}

/** Longer texts are no sentences somebody said. */
const MAX_LENGTH = 2000;

/**
 * What one sentence names: days, amounts, foods, people of the household, places and money, each with its
 * place in the text (in NFC, as texts from outside are). Polish without marks is read as it was meant; where the network that knows cannot run,
 * as it stands.
 */
export async function extractSlots(
  text: string,
  { today, language: known, people = [], withMarks = withPolishMarks }: Asked,
): Promise<Slots> {
  const given = text.slice(0, MAX_LENGTH).normalize('NFC');
  const language = known ?? languageOfText(given, people);
  const read = language === 'pl' ? await marked(given, withMarks) : given;
  const longPlaces = findLongPlaces(read, language);
  const said = findDates(without(read, longPlaces), language, today).map(
    ({ text: words, ...date }): DateSlot => ({ ...date, end: date.at + words.length }),
  );
  const titles = titlesOf(read).filter((title) => overlaps(title, said));
  const dates = said.filter((date) => !overlaps(date, titles));
  const money = findMoney(read, language).filter((sum) => !overlaps(sum, [...dates, ...titles]));
  const cities = findPlaces(read, language, [...dates, ...titles]);
  const persons = findPeople(given, language, people, [...dates, ...cities]);
  const places = cities.filter((place) => !overlaps(place, persons));
  const taken = [...dates, ...money, ...persons, ...places, ...titles];
  // By the marks that were typed: `2 paczki` are rarely `pączki`.
  const amounts = findAmounts(without(given, taken), language);
  // `a clove of garlic` names no cloves; a bare number may be part of nothing.
  const measures = amounts.filter((amount) => amount.hasUnit);
  const products = findProducts(read, language, [...taken, ...measures]);
  const quantities = quantitiesOf(amounts, products, read, language);
  return {
    dates,
    quantities,
    products,
    people: persons,
    places,
    money,
    items: tieItems(read, language, products, quantities, dates),
  };
}

/** `„Leniwa sobota”` names a recipe, and no day. */
function titlesOf(text: string): Place[] {
  return [...text.matchAll(/[„“"«](?=\p{Lu})[^„“”"«»]{3,80}[”"“»]/gu)].map((match) => {
    return { at: match.index, end: match.index + match[0].length };
  });
}

/** The text with signs in place of what was read already, every other letter in its place. */
function without(text: string, taken: readonly Place[]): string {
  return taken.reduce(
    (left, { at, end }) => left.slice(0, at) + '|'.repeat(end - at) + left.slice(end),
    text,
  );
}

/** With its marks, if it has none; a letter is put for a letter, so every place stays. */
async function marked(text: string, withMarks: (text: string) => Promise<string>): Promise<string> {
  if (/[ąćęłńóśźż]/i.test(text)) return text;
  try {
    const restored = await withMarks(text);
    return restored.length === text.length ? restored : text;
  } catch {
    // No binary for this platform.
    return text;
  }
}

/** Amounts with a unit, and bare numbers that stand with a food. */
function quantitiesOf(
  amounts: readonly FoundAmount[],
  products: readonly ProductSlot[],
  text: string,
  language: Language,
): QuantitySlot[] {
  return amounts.flatMap(({ amount, hasUnit, ...place }) => {
    const said = stockSaid(amount);
    const counts = products.some(
      (product) =>
        standsBefore(text, place, product, language) ||
        standsBehind(text, place, product, true) ||
        countsEarlier(text, place, product),
    );
    return said !== undefined && (hasUnit || counts) ? [{ ...said, ...place }] : [];
  });
}
