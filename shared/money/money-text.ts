import type { Locale } from '#shared/context/locale.ts';
import type { Money } from './money.ts';

/** `12,49 zł`, `12.49 PLN`: as people of the language write it. */
export function moneyText({ amount, currency }: Money, locale: Locale): string {
  if (locale === 'en') return `${amount} ${currency}`;
  return `${amount.replace('.', ',')} ${currency === 'PLN' ? 'zł' : currency}`;
}
