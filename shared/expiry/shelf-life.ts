import type { Location } from '#shared/products/location.ts';
import { type Food, type FoodRule, isRest, ruleOfFood } from './food.ts';
import { addDays } from './plain-date.ts';
import { type ExpiryKind, type Rule, type Span, UNKNOWN } from './rule.ts';

type UnfrozenPlace = Exclude<Location, 'freezer'>;

export interface Expiry {
  /** `YYYY-MM-DD`: the cautious end of the span; null for what never expires (salt, sugar, honey). */
  readonly date: string | null;
  readonly kind: ExpiryKind;
  /**
   * `learned`: from what this household corrected and wasted; `rule`: for this item and this
   * place; `estimated`: from less than that, so somebody should have a look.
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

export interface ShelfLifeQuestion extends Food {
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

/** A span with what is known of it. */
interface Known {
  readonly span: Span;
  readonly source: Expiry['source'];
}

/** When an item should be eaten. Always answers; what it does not know is marked `estimated`. */
export function shelfLife(question: ShelfLifeQuestion): Expiry {
  const food = ruleOfFood(question);
  const { rule, states, daysOld } = food;
  const { boughtOn, location } = question;
  if (rule?.never) return { date: null, kind: rule.kind, source: 'rule', spreadDays: 0 };
  // Frozen food stays safe; it is its quality that ends.
  if (question.frozen !== undefined || location === 'freezer') {
    return dated(
      question.frozen ?? boughtOn,
      frozenSpan(rule, states.has('frozen')),
      'best-before',
    );
  }
  const kind = rule?.kind ?? (location === 'pantry' ? 'best-before' : 'use-by');
  const closed = dated(boughtOn, older(closedSpan(food, location, question), daysOld, kind), kind);
  const isOpen = states.has('opened') || isRest(food);
  const openedOn = question.opened ?? (isOpen ? boughtOn : undefined);
  const open = openedOn === undefined ? undefined : openSpan(rule, kind);
  if (openedOn === undefined || open === undefined) return closed;
  const openKind = rule?.openedKind ?? kind;
  const opened = dated(openedOn, older(open, daysOld, openKind), openKind);
  return opened.date < closed.date ? opened : { ...closed, kind: opened.kind };
}

/** Of a closed item: what the household learned beats the rule. */
function closedSpan(
  food: FoodRule,
  location: UnfrozenPlace,
  { learned, packed: isPacked = false }: ShelfLifeQuestion,
): Known {
  const packed = isPacked || food.states.has('sealed');
  const shipped = shippedSpan(food.rule, location, packed);
  if (!learned) return shipped;
  const { days, spreadDays } = learned;
  // Dates of packages say nothing of the same food from the counter, or cooked or cut since.
  const isSafetyLimit = food.rule?.kind === 'use-by' && (food.by !== null || !packed);
  const limit = isSafetyLimit ? shipped.span[1] : Number.POSITIVE_INFINITY;
  const span: Span = [Math.min(days, limit), Math.min(days + spreadDays, limit)];
  return { span, source: 'learned' };
}

/** The package helps in the place that it is made for. */
function shippedSpan(rule: Rule | undefined, location: UnfrozenPlace, packed: boolean): Known {
  if (rule === undefined) return { span: UNKNOWN[location], source: 'estimated' };
  const span = (packed ? rule.packed?.[location] : undefined) ?? rule[location];
  if (span !== undefined) return { span, source: 'rule' };
  return { span: elsewhere(rule, location), source: 'estimated' };
}

/** What wants a fridge is not kept outside one; what keeps in a pantry keeps in a fridge. */
function elsewhere(rule: Rule, location: UnfrozenPlace): Span {
  if (location === 'fridge') return rule.pantry ?? UNKNOWN.fridge;
  return rule.kind === 'use-by' || rule.fridge === undefined ? [0, 0] : [1, 2];
}

function frozenSpan(rule: Rule | undefined, isSoldFrozen: boolean): Known {
  if (rule?.freezer !== undefined) return { span: rule.freezer, source: 'rule' };
  const { pantry } = rule ?? {};
  // Cold takes nothing from what keeps without it.
  const keepsAnyway = !isSoldFrozen && pantry !== undefined && pantry[0] > UNKNOWN.freezer[0];
  return { span: keepsAnyway ? pantry : UNKNOWN.freezer, source: 'estimated' };
}

/** Nothing where opening changes nothing: bread, fruit. */
function openSpan(rule: Rule | undefined, kind: ExpiryKind): Known | undefined {
  if (rule?.opened !== undefined) return { span: rule.opened, source: 'rule' };
  return kind === 'use-by' ? { span: UNKNOWN.fridge, source: 'estimated' } : undefined;
}

/** Old bread is still bread tomorrow; of what must be used up nothing is left after its last day. */
function older({ span, source }: Known, days: number, kind: ExpiryKind): Known {
  const floor = kind === 'use-by' ? 0 : 1;
  const left = (one: number) => Math.min(one, Math.max(floor, one - days));
  return { span: [left(span[0]), left(span[1])], source };
}

function dated(from: string, { span: [least, most], source }: Known, kind: ExpiryKind) {
  return { date: addDays(from, least), kind, source, spreadDays: most - least };
}
