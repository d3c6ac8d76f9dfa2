import { categories, type Location, products } from '#shared/products/product.ts';
import rulesFile from './data/rules.json' with { type: 'json' };
import { addDays } from './plain-date.ts';

export interface Expiry {
  /** `YYYY-MM-DD`: the cautious end of the span. */
  readonly date: string;
  readonly kind: 'best-before' | 'use-by';
  /** `rule`: for this kind of goods and place; `estimated`: from less than that. */
  readonly source: 'rule' | 'estimated';
  /** Days between the cautious and the longest span. */
  readonly spreadDays: number;
}

export interface ShelfLifeQuestion {
  /** A shelf-life key (`yogurt`) or a category of the product tree (`dairy/yogurt`). */
  readonly categoryKey?: string;
  readonly productId?: string;
  readonly location: Location;
  /** `YYYY-MM-DD`. */
  readonly boughtOn: string;
  /** Day it was opened; counts from there, never beyond the unopened span. */
  readonly opened?: string;
  /** Day it was frozen; counts from there. */
  readonly frozen?: string;
}

type Span = readonly number[];
interface Rule {
  readonly kind: string;
  readonly pantry?: Span;
  readonly fridge?: Span;
  readonly freezer?: Span;
  readonly opened?: Span;
}

const rules: ReadonlyMap<string, Rule> = new Map(Object.entries(rulesFile));
/** What is not known is assumed to keep as little as fresh vegetables, or a while when dry or frozen. */
const UNKNOWN: Readonly<Record<Location, Span>> = {
  pantry: [7, 30],
  fridge: [3, 7],
  freezer: [60, 90],
};

/** When goods should be eaten. Always answers; what it does not know is marked `estimated`. */
export function shelfLife(question: ShelfLifeQuestion): Expiry {
  const rule = ruleFor(question);
  const kind = rule?.kind === 'use-by' ? 'use-by' : 'best-before';
  if (question.frozen !== undefined) {
    return expiry(
      question.frozen,
      rule?.freezer ?? UNKNOWN.freezer,
      kind,
      rule?.freezer !== undefined,
    );
  }
  const known = rule?.[question.location];
  const closed = expiry(
    question.boughtOn,
    known ?? rule?.fridge ?? rule?.pantry ?? UNKNOWN[question.location],
    kind,
    known !== undefined,
  );
  if (question.opened === undefined || question.location === 'freezer') return closed;
  const open = expiry(
    question.opened,
    rule?.opened ?? UNKNOWN.fridge,
    kind,
    rule?.opened !== undefined,
  );
  return open.date < closed.date ? open : closed;
}

function ruleFor({ categoryKey, productId }: ShelfLifeQuestion): Rule | undefined {
  const product = productId === undefined ? undefined : products.get(productId);
  const key = product?.category ?? categoryKey ?? '';
  return rules.get(categories.get(key)?.shelfLife ?? key);
}

function expiry(from: string, span: Span, kind: Expiry['kind'], known: boolean): Expiry {
  const [least = 0, most = least] = span;
  return {
    date: addDays(from, least),
    kind,
    source: known ? 'rule' : 'estimated',
    spreadDays: most - least,
  };
}
