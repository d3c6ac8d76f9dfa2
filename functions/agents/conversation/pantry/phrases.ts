import type { Locale } from '#shared/context/locale.ts';

/** What the pantry talk says; things stand in the nominative, as they are called in the house. */
export function phrasesOf(locale: Locale): Phrases {
  return locale === 'pl' ? PL : EN;
}

export interface Phrases {
  which(names: readonly string[]): string;
  howMuch(name: string, unit: string | null): string;
  whatThing: string;
  nothingThere(names: readonly string[]): string;
  offerToAdd(names: readonly string[]): string;
  onlySoMuch(name: string, there: string): string;
  notFood(names: readonly string[]): string;
  alreadyThere(name: string, place: string): string;
  inPlace(place: string): string;
  emptyPlace(place: string | null): string;
  nothingExpires(until: string): string;
  nothingExpired: string;
  expiresBy(until: string): string;
  expired: string;
  noDate: string;
  never: string;
  estimated: string;
  past: string;
  useBy: string;
  bestBefore: string;
  andMore(count: number): string;
  spent(what: string, period: string, sum: string): string;
  nothingSpent(what: string, period: string): string;
  thrownAway(period: string): string;
  nothingThrownAway(period: string): string;
  unpriced(count: number): string;
  unconfirmed(count: number): string;
  times(count: number): string;
  all: string;
  undoHow: string;
  nothingToRepeat: string;
  notUnderstood: string;
}

const PL: Phrases = {
  which: (names) => `Co dokładnie? ${numbered(names)}`,
  howMuch: (name, unit) =>
    `Ile dokładnie (${name})${unit === null ? '' : `, w jednostce ${unit}`}?`,
  whatThing: 'O który produkt chodzi?',
  nothingThere: (names) => `Nie widzę tego w domu: ${names.join(', ')}.`,
  offerToAdd: (names) =>
    `Jeśli jednak jest, napisz „dodaj ${names.join(' i ')}” z ilością, a przygotuję wpis.`,
  onlySoMuch: (name, there) => `${name}: jest tylko ${there}, więc proponuję zapisać całość.`,
  notFood: (names) => `To nie jedzenie, a w spiżarni trzymam tylko jedzenie: ${names.join(', ')}.`,
  alreadyThere: (name, place) => `${name}: już tam jest (${place}).`,
  inPlace: (place) => `${upper(place)}:`,
  emptyPlace: (place) => (place === null ? 'Spiżarnia jest pusta.' : `${upper(place)}: pusto.`),
  nothingExpires: (until) => `Do ${until} nic się nie kończy.`,
  nothingExpired: 'Nic nie jest po terminie.',
  expiresBy: (until) => `Do zjedzenia najpierw (do ${until}):`,
  expired: 'Po terminie:',
  noDate: 'bez daty',
  never: 'nie psuje się',
  estimated: 'szacunkowo',
  past: 'po terminie',
  useBy: 'należy spożyć do',
  bestBefore: 'najlepiej spożyć do',
  andMore: (count) => `… i jeszcze: ${count}.`,
  spent: (what, period, sum) => `Wydatki ${period}${what}: ${sum}.`,
  nothingSpent: (what, period) =>
    `Wydatki ${period}${what}: brak takich pozycji na potwierdzonych paragonach.`,
  thrownAway: (period) => `Wyrzucone ${period}:`,
  nothingThrownAway: (period) => `Wyrzucone ${period}: nic nie zapisano.`,
  unpriced: (count) => `Bez znanej ceny: ${count}.`,
  unconfirmed: (count) => `Nie wliczam paragonów, które czekają na sprawdzenie: ${count}.`,
  times: (count) => `${count}×`,
  all: 'razem',
  undoHow: 'Nie ma tu nic do cofnięcia. Każdy zapis można też cofnąć na liście zapisów spiżarni.',
  nothingToRepeat: 'Nie wiem jeszcze, co powtórzyć. Napisz, co zapisać.',
  notUnderstood:
    'Nie wiem, co zapisać albo sprawdzić w spiżarni. Napisz na przykład „zużyłam 2 jajka” albo „ile mam mleka?”.',
};

const EN: Phrases = {
  which: (names) => `Which one? ${numbered(names)}`,
  howMuch: (name, unit) => `How much of it (${name})${unit === null ? '' : `, in ${unit}`}?`,
  whatThing: 'Which product do you mean?',
  nothingThere: (names) => `I cannot see this in the house: ${names.join(', ')}.`,
  offerToAdd: (names) =>
    `If it is there after all, say “add ${names.join(' and ')}” with an amount and I will prepare it.`,
  onlySoMuch: (name, there) => `${name}: there is only ${there}, so I propose to book all of it.`,
  notFood: (names) => `That is no food, and the pantry keeps only food: ${names.join(', ')}.`,
  alreadyThere: (name, place) => `${name}: it is there already (${place}).`,
  inPlace: (place) => `In the ${place}:`,
  emptyPlace: (place) => (place === null ? 'The pantry is empty.' : `The ${place} is empty.`),
  nothingExpires: (until) => `Nothing ends by ${until}.`,
  nothingExpired: 'Nothing is past its date.',
  expiresBy: (until) => `To be eaten first (by ${until}):`,
  expired: 'Past its date:',
  noDate: 'no date',
  never: 'keeps for ever',
  estimated: 'an estimate',
  past: 'past its date',
  useBy: 'use by',
  bestBefore: 'best before',
  andMore: (count) => `… and ${count} more.`,
  spent: (what, period, sum) => `Spent ${period}${what}: ${sum}.`,
  nothingSpent: (what, period) => `Spent ${period}${what}: no such lines on confirmed receipts.`,
  thrownAway: (period) => `Thrown away ${period}:`,
  nothingThrownAway: (period) => `Thrown away ${period}: nothing was booked.`,
  unpriced: (count) => `Without a known price: ${count}.`,
  unconfirmed: (count) => `Receipts that wait for a check are not counted: ${count}.`,
  times: (count) => `${count}×`,
  all: 'together',
  undoHow:
    'There is nothing to undo here. Every booking can also be undone in the list of bookings.',
  nothingToRepeat: 'I do not know yet what to repeat. Say what to book.',
  notUnderstood:
    'I do not know what to book or look up in the pantry. Say for example “used 2 eggs” or “how much milk is there?”.',
};

function numbered(names: readonly string[]): string {
  return names.map((name, at) => `${at + 1}. ${name}`).join('  ');
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
