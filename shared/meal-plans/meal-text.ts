import type { Locale } from '#shared/context/locale.ts';
import { addDays } from '#shared/expiry/plain-date.ts';
import type { PlannedMeal } from './problem/wishes.ts';

const MEALS = {
  pl: { breakfast: 'śniadanie', lunch: 'obiad', dinner: 'kolacja' },
  en: { breakfast: 'breakfast', lunch: 'lunch', dinner: 'dinner' },
} as const satisfies Record<Locale, Record<PlannedMeal, string>>;

export function mealName(meal: PlannedMeal, locale: Locale): string {
  return MEALS[locale][meal];
}

/** `sobota 14.03`, `Saturday 14 March`. */
export function weekdayText(date: string, locale: Locale): string {
  const at = new Date(`${date}T00:00:00Z`);
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'pl' ? 'pl-PL' : 'en-GB', {
      timeZone: 'UTC',
      ...options,
    }).format(at);
  const day =
    locale === 'pl'
      ? written({ day: '2-digit', month: '2-digit' })
      : written({ day: 'numeric', month: 'long' });
  return `${written({ weekday: 'long' })} ${day}`;
}

/** The same with the word for a day that is near: `jutro (sobota 14.03)`. */
export function nearDayText(date: string, today: string, locale: Locale): string {
  const near = {
    [today]: { pl: 'dziś', en: 'today' },
    [addDays(today, 1)]: { pl: 'jutro', en: 'tomorrow' },
  }[date];
  const text = weekdayText(date, locale);
  return near === undefined ? text : `${near[locale]} (${text})`;
}

/** `sobota 14.03, obiad` */
export function mealLabel(date: string, meal: PlannedMeal, locale: Locale): string {
  return `${weekdayText(date, locale)}, ${mealName(meal, locale)}`;
}

/** `sobota 14.03 – wtorek 17.03`; one day stands alone. */
export function spanText(from: string, to: string, locale: Locale): string {
  const first = weekdayText(from, locale);
  return from === to ? first : `${first} – ${weekdayText(to, locale)}`;
}
