import type { Locale } from '#shared/context/locale.ts';
import { categories } from '#shared/products/category.ts';

/** A group's name for people: categories are translated, the rest are called as they were written. */
export function groupName(by: string, key: string | null, name: string | null, locale: Locale) {
  if (by !== 'category' || key === null) return name;
  return categories.get(key)?.[locale] ?? key;
}
