import { products } from '#shared/products/product.ts';
import { substitutionsFor } from '#shared/products/relation/substitutions.ts';
import { baseUnitOf, writtenAmount } from '#shared/quantities/base-unit.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { RankedView } from '#shared/recipes/model/recipe-schema.ts';
import { combineJudgements } from './combine-judgements.ts';
import { coverNeed, isInStock } from './cover-need.ts';
import { explain } from './explain.ts';
import type { RankFacts } from './facts.ts';
import type { IndexedNeed } from './index-recipe.ts';
import type { JudgeLot } from './judge.ts';
import { priceOf, urgency } from './parts.ts';
import type { Ranked } from './rank.ts';
import { avoidedLots } from './show-avoided.ts';
import { standIn } from './stand-in.ts';
import { compareUsable, type UsableLot } from './stock.ts';

/** Whether nobody who eats is harmed by a product, by its id. */
export type Allowed = (productId: string) => boolean;

/** What the gate says of products and lots. */
export interface FoodGate {
  readonly allowed: Allowed;
  readonly judgeLot: JudgeLot;
}

/** A ranked recipe as the API returns it: what it uses, what it lacks, and why it stands where it does. */
export function showRanked(ranked: Ranked, facts: RankFacts, gate: FoodGate): RankedView {
  const { recipe, needs, minutes } = ranked.indexed;
  const used = usedLots(needs, facts);
  const uses = used.map(showUse);
  const eaten = [ranked.judgement, ...used.map(({ lot }) => gate.judgeLot(lot))];
  const { verdict, allergens, exempt } = combineJudgements(eaten);
  return {
    id: recipe.id,
    title: recipe.title,
    language: recipe.language,
    servings: recipe.servings,
    minutes,
    missing: ranked.missing.map((need) => showMissing(need, facts, gate.allowed)),
    assumed: needs.filter(({ staple }) => staple).map(({ ingredient }) => ingredient.item),
    uses,
    avoided: avoidedLots(needs, facts),
    expiringUsed: uses.flatMap(({ lotId, product, daysLeft }) =>
      daysLeft !== null && urgency(daysLeft) > 0 ? [{ lotId, product, daysLeft }] : [],
    ),
    score: { total: ranked.total, parts: explain(ranked, facts) },
    safety: {
      verdict,
      allergens: firstOfEach(allergens, ({ level }) => level),
      exempt: firstOfEach(exempt, ({ why }) => why.en),
    },
  };
}

/** Recipe and lots name the same thing; one line for each person, allergen and what is said of it is enough. */
function firstOfEach<Line extends { readonly person: string; readonly code: string }>(
  lines: readonly Line[],
  said: (line: Line) => string,
): Line[] {
  const byLine = Map.groupBy(lines, (line) => `${line.person} ${line.code} ${said(line)}`);
  return [...byLine.values()].flatMap(([first]) => first ?? []);
}

interface UsedLot {
  readonly lot: UsableLot;
  readonly share: number;
  /** Ingredients that it stands in for. */
  readonly replaced: readonly string[];
}

function usedLots(needs: readonly IndexedNeed[], { stock }: RankFacts): UsedLot[] {
  const shares = new Map<UsableLot, number>();
  const replaced = new Map<UsableLot, Set<string>>();
  for (const need of needs) {
    coverNeed(need, stock, (lot, share, kind) => {
      shares.set(lot, Math.min(1, (shares.get(lot) ?? 0) + share));
      if (kind !== 'stands-in') return;
      replaced.set(lot, (replaced.get(lot) ?? new Set()).add(need.ingredient.item));
    });
  }
  const soonFirst = [...shares].sort(([a], [b]) => compareUsable(a, b));
  return soonFirst.map(([lot, share]) => ({
    lot,
    share,
    replaced: [...(replaced.get(lot) ?? [])],
  }));
}

function showUse({ lot, share, replaced }: UsedLot): RankedView['uses'][number] {
  const { id: lotId, name: product, daysLeft } = lot;
  return {
    lotId,
    product,
    quantity: quantityOf(lot, share),
    daysLeft,
    standsInFor: replaced.map((item) => standIn(item, product)),
  };
}

/** In the lot's own kind of unit; null when the amount is unknown. */
function quantityOf(
  { amount, unit }: UsableLot,
  share: number,
): RankedView['uses'][number]['quantity'] {
  if (share === 0) return null;
  const [base, factor] = baseUnitOf(unit);
  const known = (['g', 'ml', 'szt', 'opak'] as const).find((one) => one === base);
  if (known === undefined) return null;
  return { value: writtenAmount(amount * factor * share), unit: known };
}

function showMissing(
  need: IndexedNeed,
  facts: RankFacts,
  allowed: Allowed,
): RankedView['missing'][number] {
  const { item, productId, quantity } = need.ingredient;
  const price = priceOf(need, facts);
  const name = productId === null ? item : (nameOf(productId, facts.locale) ?? item);
  return {
    item: name,
    productId,
    quantity,
    price: price === null ? null : { amount: (price / 100).toFixed(2), currency: 'PLN' },
    substitute: substituteOf(productId, facts, allowed),
  };
}

/** The first substitute that is in stock and harms no one. */
function substituteOf(productId: string | null, { stock, locale }: RankFacts, allowed: Allowed) {
  const found = substitutionsFor(productId).find(
    (one) => isInStock(one.with, stock) && allowed(one.with),
  );
  if (found === undefined) return null;
  const item = nameOf(found.with, locale) ?? found.with;
  const replaced = productId === null ? item : (nameOf(productId, locale) ?? productId);
  return { ...standIn(replaced, item), item, ratio: found.ratio, note: found.note[locale] };
}

function nameOf(productId: string, locale: Language): string | undefined {
  return products().get(productId)?.[locale];
}
