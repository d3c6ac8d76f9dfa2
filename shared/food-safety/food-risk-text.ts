import type { Locale } from '#shared/context/locale.ts';
import risks from './data/risks.json' with { type: 'json' };

/**
 * What authorities advise about a risk of `readFoodRisk`, in our own words; each entry names its source.
 * @throws for a risk that is none
 */
export function foodRiskText(id: string, locale: Locale): string {
  const risk = risks.find((one) => one.id === id);
  if (risk === undefined) throw new Error(`No such risk of food: ${id}`);
  return risk.answer[locale];
}
