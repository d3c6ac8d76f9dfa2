import { categories } from '#shared/products/category.ts';
import { daysBetween } from './plain-date.ts';
import { ruleFor } from './rule.ts';

/**
 * - `none`: keeps for a while
 * - `soon`: today or within two days
 * - `check`: best-before has passed, which says nothing about safety: look, smell, taste
 * - `doubtful`: best-before passed longer ago than such items usually stay good
 * - `do-not-eat`: use-by has passed (Regulation (EU) 1169/2011, art. 24: unsafe from then on)
 */
export type Severity = 'none' | 'soon' | 'check' | 'doubtful' | 'do-not-eat';

export interface State {
  /** Negative after the date. */
  readonly daysLeft: number;
  readonly severity: Severity;
}

export interface Dated {
  readonly date: string;
  readonly kind: 'best-before' | 'use-by';
  readonly productId?: string | null;
  /** Of the product tree: `dairy/yogurt`. */
  readonly category?: string | null;
}

/** Days until the date and what that means on `today`, `YYYY-MM-DD`. */
export function severityOf({ date, kind, productId, category }: Dated, today: string): State {
  const daysLeft = daysBetween(today, date);
  if (daysLeft > 2) return { daysLeft, severity: 'none' };
  if (daysLeft >= 0) return { daysLeft, severity: 'soon' };
  if (kind === 'use-by') return { daysLeft, severity: 'do-not-eat' };
  const rule = ruleFor(productId ?? undefined, categories.get(category ?? '')?.shelfLife ?? '');
  return { daysLeft, severity: -daysLeft <= (rule?.graceDays ?? 0) ? 'check' : 'doubtful' };
}

/** Days past a best-before date after which food that was doubtful at once is nothing to cook with. */
const DOUBTFUL_DAYS = 14;

/** Whether a recipe should not count on it: past its use-by date, or best-before long ago. */
export function isSpoilt({ severity, daysLeft }: State): boolean {
  return severity === 'do-not-eat' || (severity === 'doubtful' && daysLeft < -DOUBTFUL_DAYS);
}
