import type { Locale } from '#shared/context/locale.ts';
import { dayText } from '#shared/pantry/lot-text.ts';

/** What tells a receipt from others in a talk. */
export interface ReceiptLabel {
  readonly shop: string | null;
  readonly day: string | null;
}

/** `Lidl, 27.11.2026`; what was not read is said to be missing. */
export function receiptLabel({ shop, day }: ReceiptLabel, locale: Locale): string {
  const unknown = locale === 'pl' ? 'sklep nieodczytany' : 'shop not read';
  const undated = locale === 'pl' ? 'bez daty' : 'no date';
  return `${shop ?? unknown}, ${day === null ? undated : dayText(day, locale)}`;
}
