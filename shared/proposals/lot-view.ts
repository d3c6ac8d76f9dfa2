import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import { Location } from '#shared/products/location.ts';
import { StockAmount } from '#shared/quantities/stock-unit.ts';
import { Day } from '#shared/schemas/day.ts';

/** A lot, or a part of it, as it was, will be or is. */
export const LotView = z.object({
  quantity: StockAmount,
  location: Location,
  isOpen: z.boolean(),
  expires: z.nullable(Day),
});
export type LotView = z.infer<typeof LotView>;

/** What confirming a proposal does to one lot. */
export const LotDiff = z.object({
  /** Null for a lot that is new. */
  lotId: z.nullable(z.uuid()),
  product: z.string(),
  /** What comes or, below zero, goes; 0 where it only moves. */
  change: StockAmount,
  before: z.nullable(LotView),
  after: LotView,
  /** What becomes a lot of its own: the part that is moved or opened. */
  part: z.nullable(LotView),
});
export type LotDiff = z.infer<typeof LotDiff>;

export const LotsDiff = z.object({ lots: z.array(LotDiff) });

const PLACES = {
  pl: { pantry: 'spiżarnia', fridge: 'lodówka', freezer: 'zamrażarka' },
  en: { pantry: 'pantry', fridge: 'fridge', freezer: 'freezer' },
} as const;

export function placeName(place: LotView['location'], locale: Locale): string {
  return PLACES[locale][place];
}

/** `0,5 kg`, `2 pcs`: as people of the language write it. */
export function amountText({ value, unit }: z.infer<typeof StockAmount>, locale: Locale): string {
  const number = value.replace(/^-/, '');
  if (locale === 'pl') return `${number.replace('.', ',')} ${unit}`;
  return `${number} ${EN_UNITS.get(unit) ?? unit}`;
}

const EN_UNITS = new Map([
  ['szt', 'pcs'],
  ['opak', 'packs'],
]);

/** `14.03.2027`, `14 March 2027`. */
export function dayText(day: string, locale: Locale): string {
  const date = new Date(`${day}T00:00:00Z`);
  const written = new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
    timeZone: 'UTC',
    day: locale === 'pl' ? '2-digit' : 'numeric',
    month: locale === 'pl' ? '2-digit' : 'long',
    year: 'numeric',
  });
  return written.format(date);
}

/** `do 14.03.2027`, `until 14 March 2027`; nothing where no date is known. */
export function untilText(expires: string | null, locale: Locale): string | null {
  if (expires === null) return null;
  return `${locale === 'pl' ? 'do' : 'until'} ${dayText(expires, locale)}`;
}
