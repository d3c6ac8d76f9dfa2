import type { Locale } from '#shared/context/locale.ts';
import type { Location } from '#shared/products/location.ts';

interface Amount {
  readonly value: string;
  /** Of stock, or whatever was printed. */
  readonly unit: string;
}

const PLACES = {
  pl: { pantry: 'spiżarnia', fridge: 'lodówka', freezer: 'zamrażarka' },
  en: { pantry: 'pantry', fridge: 'fridge', freezer: 'freezer' },
} as const;

export function placeName(place: Location, locale: Locale): string {
  return PLACES[locale][place];
}

/** `0,5 kg`, `2 pcs`: as people of the language write it. */
export function amountText({ value, unit }: Amount, locale: Locale): string {
  const number = value.replace(/^-/, '');
  if (locale === 'pl') return `${number.replace('.', ',')} ${unit}`;
  return `${number} ${EN_UNITS.get(unit) ?? unit}`;
}

/** The same, a thousand grams or millilitres as a kilogram or a litre. */
export function largerAmountText({ value, unit }: Amount, locale: Locale): string {
  const larger = { g: 'kg', ml: 'l' }[unit];
  const isLarge = larger !== undefined && Number(value) >= 1000;
  const amount = isLarge ? { value: String(Number(value) / 1000), unit: larger } : { value, unit };
  return amountText(amount, locale);
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
