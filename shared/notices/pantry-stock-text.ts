import type { Locale } from '#shared/context/locale.ts';
import { amountText, dayText, placeName } from '#shared/pantry/lot-text.ts';
import { sumByUnit } from '#shared/pantry/sum-by-unit.ts';
import type { PantryFact, ToldLot, ToldProduct } from './pantry-fact.ts';

type About<Fact extends PantryFact['fact']> = Extract<PantryFact, { fact: Fact }>;

const WORDS = {
  pl: {
    empty: 'Spiżarnia jest pusta.',
    emptyPlace: (place: string) => `${place}: pusto.`,
    nothingDue: (until: string) => `Do ${until} nic się nie kończy.`,
    nothingPast: 'Nic nie jest po terminie.',
    due: (until: string) => `Kończy się do ${until}:`,
    past: 'Po terminie:',
    more: (count: number) => `… i jeszcze: ${count}`,
    noDate: 'bez daty',
    estimated: 'szacunkowo',
    isPast: 'po terminie',
    isOpen: 'otwarte',
    'best-before': 'najlepiej spożyć do',
    'use-by': 'należy spożyć do',
  },
  en: {
    empty: 'The pantry is empty.',
    emptyPlace: (place: string) => `${place}: nothing there.`,
    nothingDue: (until: string) => `Nothing ends by ${until}.`,
    nothingPast: 'Nothing is past its date.',
    due: (until: string) => `Ends by ${until}:`,
    past: 'Past its date:',
    more: (count: number) => `… and ${count} more`,
    noDate: 'no date',
    estimated: 'an estimate',
    isPast: 'past it',
    isOpen: 'open',
    'best-before': 'best before',
    'use-by': 'use by',
  },
} as const;

/** What there is, where it is, or how long it keeps; whatever was asked, the rest is told beside it. */
export function stockText(
  { asked, place, products, more }: About<'stock'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const where = place === null ? null : upper(placeName(place, locale));
  if (products.length === 0) return where === null ? words.empty : words.emptyPlace(where);
  const lines = products.map((product) => {
    if (asked === 'all') return lineOf(product, locale);
    return asked === 'amount' ? sumLine(product, locale) : lotsLine(product, asked, locale);
  });
  return [...(where === null ? [] : [`${where}:`]), ...lines, ...rest(more, locale)].join('\n');
}

export function dueText({ until, products, more }: About<'due'>, locale: Locale): string {
  const words = WORDS[locale];
  const day = until === null ? null : dayText(until, locale);
  if (products.length === 0) return day === null ? words.nothingPast : words.nothingDue(day);
  const lines = products.map((product) => lineOf(product, locale));
  return [day === null ? words.past : words.due(day), ...lines, ...rest(more, locale)].join('\n');
}

function rest(more: number, locale: Locale): string[] {
  return more > 0 ? [WORDS[locale].more(more)] : [];
}

/** `mleko UHT: 2 l (lodówka, do 15.12.2026)`, lot by lot where there are several. */
function sumLine({ name, lots }: ToldProduct, locale: Locale): string {
  const sums = sumByUnit(lots.map(({ quantity }) => quantity));
  const sum = sums.map((one) => amountText(one, locale)).join(' + ');
  const [only] = lots;
  if (only !== undefined && lots.length === 1) return `${name}: ${sum} (${aboutLot(only, locale)})`;
  return `${name}: ${sum} (${lots.map((lot) => `${amountText(lot.quantity, locale)}, ${aboutLot(lot, locale)}`).join('; ')})`;
}

function lineOf(product: ToldProduct, locale: Locale): string {
  return `– ${sumLine(product, locale)}`;
}

function lotsLine({ name, lots }: ToldProduct, asked: 'place' | 'date', locale: Locale): string {
  const told = lots.map((lot) => {
    const amount = amountText(lot.quantity, locale);
    const place = placeName(lot.location, locale);
    const date = dateText(lot, locale);
    return asked === 'place' ? `${place} (${amount})` : `${date} (${amount}, ${place})`;
  });
  return `${name}: ${told.join('; ')}`;
}

function aboutLot(lot: ToldLot, locale: Locale): string {
  const open = lot.isOpen ? [WORDS[locale].isOpen] : [];
  return [placeName(lot.location, locale), ...open, dateText(lot, locale)].join(', ');
}

function dateText({ expires }: ToldLot, locale: Locale): string {
  const words = WORDS[locale];
  if (expires === null) return words.noDate;
  const date = `${words[expires.kind]} ${dayText(expires.date, locale)}`;
  const estimated = expires.isEstimated ? [words.estimated] : [];
  const past = expires.isPast ? [words.isPast] : [];
  return [date, ...estimated, ...past].join(', ');
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
