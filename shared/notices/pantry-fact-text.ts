import type { Locale } from '#shared/context/locale.ts';
import { amountText, placeName } from '#shared/pantry/lot-text.ts';
import type { PantryFact } from './pantry-fact.ts';
import { spentText, wastedText } from './pantry-money-text.ts';
import { dueText, stockText } from './pantry-stock-text.ts';

const WORDS = {
  pl: {
    which: 'Co dokładnie?',
    howMuch: (name: string) => `Ile dokładnie (${name})?`,
    inUnit: (name: string, unit: string) => `Ile dokładnie (${name}), w jednostce „${unit}”?`,
    whatThing: 'O który produkt chodzi?',
    notThere: (names: string) => `Nie widzę tego w domu: ${names}.`,
    addIt: (names: string) =>
      `Jeśli jednak jest, napisz „dodaj ${names}” z ilością, a przygotuję wpis.`,
    only: (name: string, there: string) =>
      `${name}: jest tylko ${there}, więc proponuję zapisać całość.`,
    notFood: (names: string) => `To nie jedzenie, a w spiżarni zapisuję tylko jedzenie: ${names}.`,
    already: (name: string, place: string) => `${name}: już tam jest (${place}).`,
    undo: 'Nie mam tu czego cofnąć. Każdy zapis można też cofnąć na liście zapisów spiżarni.',
    repeat: 'Nie wiem jeszcze, co powtórzyć. Napisz, co zapisać.',
    unclear:
      'Nie wiem, co zapisać albo sprawdzić w spiżarni. Napisz na przykład „zużyłam 2 jajka” albo „ile mam mleka?”.',
  },
  en: {
    which: 'Which one?',
    howMuch: (name: string) => `How much exactly (${name})?`,
    inUnit: (name: string, unit: string) => `How much exactly (${name}), in ${unit}?`,
    whatThing: 'Which product do you mean?',
    notThere: (names: string) => `I cannot see this in the house: ${names}.`,
    addIt: (names: string) =>
      `If it is there after all, say “add ${names}” with an amount, and I will prepare it.`,
    only: (name: string, there: string) =>
      `${name}: there is only ${there}, so I propose to book all of it.`,
    notFood: (names: string) => `That is no food, and the pantry keeps only food: ${names}.`,
    already: (name: string, place: string) => `${name}: it is there already (${place}).`,
    undo: 'There is nothing to undo here. Every booking can also be undone in the list of bookings.',
    repeat: 'I do not know yet what to repeat. Say what to book.',
    unclear:
      'I do not know what to book or look up in the pantry. Say for example “used 2 eggs” or “how much milk is there?”.',
  },
} as const;

/** A fact of the pantry in words. Things stand in the nominative, as they are called in the house. */
export function pantryFactText(fact: PantryFact, locale: Locale): string {
  const words = WORDS[locale];
  switch (fact.fact) {
    case 'which': {
      const numbered = fact.names.map((name, at) => `${at + 1}. ${name}`);
      return [words.which, ...numbered].join('\n');
    }
    case 'how-much':
      return fact.unit === null ? words.howMuch(fact.name) : words.inUnit(fact.name, fact.unit);
    case 'what-thing':
      return words.whatThing;
    case 'not-there': {
      const names = fact.names.join(', ');
      return fact.adds ? `${words.notThere(names)} ${words.addIt(names)}` : words.notThere(names);
    }
    case 'only': {
      const there = fact.there.map((one) => amountText(one, locale));
      return words.only(fact.name, there.join(' + '));
    }
    case 'not-food':
      return words.notFood(fact.names.join(', '));
    case 'already':
      return words.already(fact.name, placeName(fact.place, locale));
    case 'stock':
      return stockText(fact, locale);
    case 'due':
      return dueText(fact, locale);
    case 'spent':
      return spentText(fact, locale);
    case 'wasted':
      return wastedText(fact, locale);
    case 'say':
      return words[fact.what];
  }
}
