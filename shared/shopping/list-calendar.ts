import type { Locale } from '#shared/context/locale.ts';
import { type Component, calendarText, type Property } from '#shared/icalendar/calendar.ts';
import { textValue, utcValue } from '#shared/icalendar/content-line.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { itemText } from './list-text.ts';
import type { ShoppingItem, ShoppingListView } from './shopping-schema.ts';

/**
 * A list as to-dos of a calendar, one for each item, that keep their UID from one reading to the next. When an
 * item was ticked is not known, so what is done has no COMPLETED.
 */
export function listCalendar(list: ShoppingListView, locale: Locale): string {
  return calendarText(
    list.title,
    list.items.map((item, index) => toDo(list, item, index, locale)),
  );
}

function toDo(
  { createdAt, updatedAt }: ShoppingListView,
  item: ShoppingItem,
  index: number,
  locale: Locale,
): Component {
  const { id, aisle, ticked, price, recipes } = item;
  const about = [price === null ? [] : moneyText(price, locale), recipes].flat();
  const description: Property[] =
    about.length === 0 ? [] : [['DESCRIPTION', textValue(about.join('\n'))]];
  return {
    kind: 'VTODO',
    properties: [
      ['UID', id],
      ['DTSTAMP', utcValue(updatedAt)],
      ['CREATED', utcValue(createdAt)],
      ['LAST-MODIFIED', utcValue(updatedAt)],
      ['SUMMARY', textValue(itemText(item, locale))],
      ...description,
      ['CATEGORIES', textValue(aisle.name)],
      // Tasks are sorted by name otherwise, and not by the way through the shop.
      ['X-APPLE-SORT-ORDER', String(index + 1)],
      ['STATUS', ticked ? 'COMPLETED' : 'NEEDS-ACTION'],
      ['PERCENT-COMPLETE', ticked ? '100' : '0'],
    ],
  };
}
