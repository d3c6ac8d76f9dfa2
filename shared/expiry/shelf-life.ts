import { categories } from '#shared/products/category.ts';
import type { Location } from '#shared/products/location.ts';
import { addDays } from './plain-date.ts';
import { type Rule, ruleFor, type Span, UNKNOWN } from './rule.ts';

export interface Expiry {
  /** `YYYY-MM-DD`: the cautious end of the span. */
  readonly date: string;
  readonly kind: 'best-before' | 'use-by';
  /**
   * `learned`: from what this household corrected and wasted; `rule`: for this item and this
   * place; `estimated`: from less than that.
   */
  readonly source: 'learned' | 'rule' | 'estimated';
  /** Days between the cautious and the longest span. */
  readonly spreadDays: number;
}

/** Days that items of a household lasted, learned from it (learned.ts). */
export interface LearnedSpan {
  readonly days: number;
  readonly spreadDays: number;
}

export interface ShelfLifeQuestion {
  /** A shelf-life key (`yogurt`) or a category of the product tree (`dairy/yogurt`). */
  readonly categoryKey?: string;
  readonly productId?: string;
  readonly location: Location;
  /** `YYYY-MM-DD`. */
  readonly boughtOn: string;
  /** In the producer's own package, rather than by weight from the counter. */
  readonly packed?: boolean;
  /** Day it was opened; counts from there, never beyond the unopened span. */
  readonly opened?: string;
  /** Day it was frozen; counts from there. */
  readonly frozen?: string;
  /** What the household corrected before about the unopened items in this place; it beats the rule. */
  readonly learned?: LearnedSpan | null;
}

/** When an item should be eaten. Always answers; what it does not know is marked `estimated`. */
export function shelfLife(question: ShelfLifeQuestion): Expiry {
  const { productId, categoryKey = '', location, boughtOn } = question;
  const rule = ruleFor(productId, categories.get(categoryKey)?.shelfLife ?? categoryKey);
  const kind = rule?.kind ?? 'best-before';
  if (question.frozen !== undefined) {
    return counted(question.frozen, rule?.freezer, UNKNOWN.freezer, kind);
  }
  const closed = question.learned
    ? fromLearned(boughtOn, question.learned, kind)
    : counted(boughtOn, closedSpan(rule, question), elsewhere(rule, location), kind);
  if (question.opened === undefined || location === 'freezer') return closed;
  const open = counted(question.opened, rule?.opened, UNKNOWN.fridge, kind);
  return open.date < closed.date ? open : closed;
}

/** The package helps in the place that it is made for. */
function closedSpan(rule: Rule | undefined, { location, packed }: ShelfLifeQuestion) {
  const longer = packed && location !== 'freezer' ? rule?.packed?.[location] : undefined;
  return longer ?? rule?.[location];
}

/** What is known of another place is nearer than what is known of nothing. */
function elsewhere(rule: Rule | undefined, location: Location): Span {
  return rule?.fridge ?? rule?.pantry ?? UNKNOWN[location];
}

function fromLearned(from: string, learned: LearnedSpan, kind: Expiry['kind']): Expiry {
  const { days, spreadDays } = learned;
  return { date: addDays(from, days), kind, source: 'learned', spreadDays };
}

function counted(
  from: string,
  known: Span | undefined,
  otherwise: Span,
  kind: Expiry['kind'],
): Expiry {
  const [least, most] = known ?? otherwise;
  const source = known === undefined ? 'estimated' : 'rule';
  return { date: addDays(from, least), kind, source, spreadDays: most - least };
}
