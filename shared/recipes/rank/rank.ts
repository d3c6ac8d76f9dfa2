import type { RankFacts } from './facts.ts';
import type { IndexedRecipe } from './index-recipe.ts';
import type { Judge, Judgement } from './judge.ts';
import { type Points, tenth, type Weighed, type WeighingFacts, weigh } from './parts.ts';
import type { Stock } from './stock.ts';

export interface Ranked extends Weighed {
  /** With what the gate says taken into account. */
  readonly total: number;
  readonly judgement: Judgement;
  readonly gate: { readonly safety: number; readonly dislikes: number };
}

export interface RankFilter {
  /** Most ingredients that are not there; staples and optional ones do not count. */
  readonly maxMissing?: number | undefined;
  /** Whether the recipe is one of those asked for. */
  readonly fits?: ((indexed: IndexedRecipe, weighed: Weighed) => boolean) | undefined;
  /** Told of each one that fits and is blocked, as far as the ranking is read. */
  readonly onBlocked?: ((weighed: Weighed, judgement: Judgement) => void) | undefined;
}

/**
 * The recipes from best to worst, one at a time. The gate is asked as late as possible: it reads
 * every ingredient and step, and can only take points away, so a recipe that leads without it is
 * judged, put back with what it has left, and is best when it still leads. Blocked ones never come.
 */
export function* rank(
  recipes: readonly IndexedRecipe[],
  facts: RankFacts,
  judge: Judge,
  { maxMissing = Number.POSITIVE_INFINITY, fits, onBlocked }: RankFilter = {},
): Generator<Ranked> {
  const waiting = weighedBook(recipes, facts).filter(
    (weighed) => weighed.missing.length <= maxMissing && fits?.(weighed.indexed, weighed) !== false,
  );
  const judged: Ranked[] = [];
  let at = 0;
  while (at < waiting.length || judged.length > 0) {
    const next = waiting[at];
    const best = judged[0];
    if (best !== undefined && (next === undefined || compareRanked(best, next) <= 0)) {
      judged.shift();
      yield best;
    } else if (next !== undefined) {
      at += 1;
      const judgement = judge(next.indexed.recipe);
      if (judgement.effect === 'block') {
        onBlocked?.(next, judgement);
        continue;
      }
      const ranked = withGate(next, judgement);
      const place = judged.findIndex((other) => compareRanked(ranked, other) < 0);
      judged.splice(place === -1 ? judged.length : place, 0, ranked);
    }
  }
}

interface WeighedBook {
  readonly recipes: readonly IndexedRecipe[];
  readonly facts: WeighingFacts;
  readonly inOrder: readonly Weighed[];
}

const MAX_BOOKS = 4;
const known = new WeakMap<Stock, WeighedBook[]>();

/** All recipes by their points; reckoned once for the same recipes and facts, for who waits asks again. */
function weighedBook(recipes: readonly IndexedRecipe[], facts: WeighingFacts): readonly Weighed[] {
  const books = known.get(facts.stock) ?? [];
  const before = books.find((book) => book.recipes === recipes && isSame(book.facts, facts));
  if (before !== undefined) return before.inOrder;
  const inOrder = Array.from(recipes, (indexed) => weigh(indexed, facts)).sort(compareRanked);
  known.set(facts.stock, [{ recipes, facts, inOrder }, ...books].slice(0, MAX_BOOKS));
  return inOrder;
}

function isSame(a: WeighingFacts, b: WeighingFacts): boolean {
  return (
    a.today === b.today &&
    a.prices === b.prices &&
    a.cookedDaysAgo === b.cookedDaysAgo &&
    a.useExpiring === b.useExpiring
  );
}

/** Where something stands in a ranking. */
export interface RankedEntry {
  readonly total: number;
  readonly indexed: { readonly recipe: { readonly id: string } };
}

/** More points first; of equal ones the id decides, so that pages fit together. */
export function compareRanked(a: RankedEntry, b: RankedEntry): number {
  if (a.total !== b.total) return b.total - a.total;
  return a.indexed.recipe.id < b.indexed.recipe.id
    ? -1
    : a.indexed.recipe.id > b.indexed.recipe.id
      ? 1
      : 0;
}

function withGate(weighed: Weighed, judgement: Judgement): Ranked {
  const people = new Set(judgement.dislikes.map(({ person }) => person)).size;
  const gate = {
    safety: judgement.effect !== 'warn' ? 0 : judgement.verdict === 'contains' ? -15 : -5,
    dislikes: people === 0 ? 0 : -Math.min(20, 10 * people),
  };
  return { ...weighed, total: tenth(weighed.total + gate.safety + gate.dislikes), judgement, gate };
}

export type AllPoints = Points & Ranked['gate'];
