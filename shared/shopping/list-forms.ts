import type { Locale } from '#shared/context/locale.ts';
import { listCalendar } from './list-calendar.ts';
import { listText } from './list-text.ts';
import type { ShoppingListView } from './shopping-schema.ts';

/** A list in the form that was asked for, where that is not JSON. */
export interface ListForm {
  readonly type: string;
  readonly body: string;
}

const FORMS = { 'text/calendar': listCalendar, 'text/plain': listText } as const;

/** @param wants whether the client accepts a media type; many accept text besides JSON whatever they ask for */
export function listForm(
  list: ShoppingListView,
  locale: Locale,
  wants: (media: string) => boolean,
): ListForm | undefined {
  if (wants('application/json')) return undefined;
  const form = Object.entries(FORMS).find(([media]) => wants(media));
  if (form === undefined) return undefined;
  const [media, write] = form;
  return { type: `${media}; charset=utf-8`, body: write(list, locale) };
}
