import type { Locale } from '#shared/context/locale.ts';
import type { Money } from '#shared/money/money.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { amountText, dayText } from '#shared/pantry/lot-text.ts';
import type { PantryFact } from './pantry-fact.ts';

type About<Fact extends PantryFact['fact']> = Extract<PantryFact, { fact: Fact }>;

const WORDS = {
  pl: {
    spent: 'Wydatki',
    noLines: 'brak takich pozycji na potwierdzonych paragonach',
    most: 'Najwięcej',
    unconfirmed: (count: number) =>
      `Nie wliczam paragonów, które czekają na sprawdzenie: ${count}.`,
    wasted: 'Wyrzucone',
    nothing: 'nic nie zapisano',
    worth: 'Wartość',
    unpriced: (count: number) => `Bez znanej ceny: ${count}.`,
  },
  en: {
    spent: 'Spent',
    noLines: 'no such lines on confirmed receipts',
    most: 'Most of it',
    unconfirmed: (count: number) => `Receipts that wait for a check are not counted: ${count}.`,
    wasted: 'Thrown away',
    nothing: 'nothing was booked',
    worth: 'Worth',
    unpriced: (count: number) => `Without a known price: ${count}.`,
  },
} as const;

/** `Wydatki (nabiał, Biedronka; 01.05.2026 – 31.05.2026): 20,77 zł.` */
export function spentText(
  { on, shop, by, periods, totals, most, unconfirmed }: About<'spent'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const what = [on, shop].filter((one) => one !== null).join(', ');
  const about = [...(what === '' ? [] : [what]), periodsText(periods, locale)].join('; ');
  const sum = totals.length === 0 ? words.noLines : sumsText(totals, locale);
  const parts = most.map(({ name, total }) => `${name} ${moneyText(total, locale)}`);
  return [
    `${words.spent} (${about}): ${sum}.`,
    ...(parts.length > 1 || (by === 'shop' && parts.length > 0)
      ? [`${words.most}: ${parts.join(', ')}.`]
      : []),
    ...(unconfirmed > 0 ? [words.unconfirmed(unconfirmed)] : []),
  ].join('\n');
}

export function wastedText(
  { periods, items, totals, unpriced }: About<'wasted'>,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const about = `${words.wasted} (${periodsText(periods, locale)})`;
  if (items.length === 0) return `${about}: ${words.nothing}.`;
  const lines = items.map(
    ({ name, amounts }) =>
      `– ${name}: ${amounts.map((one) => amountText(one, locale)).join(' + ')}`,
  );
  return [
    `${about}:`,
    ...lines,
    ...(totals.length > 0 ? [`${words.worth}: ${sumsText(totals, locale)}.`] : []),
    ...(unpriced > 0 ? [words.unpriced(unpriced)] : []),
  ].join('\n');
}

function sumsText(sums: readonly Money[], locale: Locale): string {
  return sums.map((one) => moneyText(one, locale)).join(' + ');
}

function periodsText(
  periods: readonly { readonly from: string; readonly to: string }[],
  locale: Locale,
): string {
  return periods
    .map(({ from, to }) => {
      const [first, last] = [dayText(from, locale), dayText(to, locale)];
      return from === to ? first : `${first} – ${last}`;
    })
    .join(', ');
}
