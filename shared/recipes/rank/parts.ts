import { coverNeed } from './cover-need.ts';
import { type Price, type RankFacts, seasonOf } from './facts.ts';
import { type IndexedNeed, type IndexedRecipe, isWanted } from './index-recipe.ts';
import type { UsableLot } from './stock.ts';

/** All that points depend on besides the recipe. */
export type WeighingFacts = Pick<
  RankFacts,
  'today' | 'stock' | 'prices' | 'cookedDaysAgo' | 'useExpiring'
>;

/** What ranking found out about one recipe, without who may eat it. */
export interface Weighed {
  readonly indexed: IndexedRecipe;
  readonly total: number;
  /** Everything that counts, explained on demand: most recipes are never shown. */
  readonly points: Points;
  readonly missing: readonly IndexedNeed[];
}

export interface Points {
  readonly stock: number;
  readonly expiring: number;
  readonly missing: number;
  readonly time: number;
  readonly season: number;
  readonly recent: number;
  readonly dish: number;
}

/** Soon is worth more than later; a week ahead nothing hurries. */
export function urgency(daysLeft: number | null): number {
  if (daysLeft === null || daysLeft > 7) return 0;
  return daysLeft <= 1 ? 1 : 1 - (daysLeft - 1) / 7;
}

/** The points of one recipe. Pure: the same pantry, day and recipe give the same points. */
export function weigh(indexed: IndexedRecipe, facts: WeighingFacts): Weighed {
  const missing: IndexedNeed[] = [];
  let wanted = 0;
  let covered = 0;
  let rescued = 0;
  const rescue = (lot: UsableLot, share: number) => {
    rescued += worthSaving(lot, share, facts);
  };
  for (const need of indexed.needs) {
    const cover = coverNeed(need, facts.stock, rescue);
    if (!isWanted(need)) continue;
    wanted += 1;
    covered += cover;
    if (cover < 0.5) missing.push(need);
  }
  const price = missing.reduce((sum, need) => sum + (priceOf(need, facts) ?? 0), 0);
  const points: Points = {
    // A recipe of staples alone is no find: it has nothing to show for its full share.
    stock: wanted === 0 ? 0 : tenth(40 * (covered / wanted)),
    expiring: tenth((facts.useExpiring ? 45 : 25) * (1 - Math.exp(-rescued))),
    missing: tenth(-Math.min(14, 2 * missing.length) - Math.min(6, price / 500)),
    time: timePoints(indexed.minutes),
    season: seasonPoints(indexed, facts.today),
    recent: recentPoints(facts.cookedDaysAgo.get(indexed.recipe.id)),
    dish: indexed.dish ? 3 : 0,
  };
  return { indexed, total: tenth(sum(points)), points, missing };
}

/** How much it matters that this is eaten: how soon it spoils, and what it is worth in złoty. */
function worthSaving(lot: UsableLot, share: number, { prices }: WeighingFacts): number {
  const soon = urgency(lot.daysLeft);
  if (soon === 0) return 0;
  const price = lot.productId === null ? undefined : prices.get(lot.productId);
  const grosze = price === undefined ? 0 : share * worth(lot.grams, lot.amount, price);
  return soon * (0.3 + Math.min(0.7, grosze / 2000));
}

function worth(grams: number | null, amount: number, { perGram, perPiece }: Price): number {
  if (grams !== null && perGram !== null) return grams * perGram;
  return perPiece === null ? 0 : amount * perPiece;
}

/** What the missing thing costs, in grosze; null when no receipt says. */
export function priceOf(need: IndexedNeed, { prices }: Pick<RankFacts, 'prices'>): number | null {
  const price = prices.get(need.ingredient.productId ?? '');
  if (price === undefined) return null;
  if (need.grams !== null && price.perGram !== null) return Math.round(need.grams * price.perGram);
  if (need.unit === 'szt' && need.amount !== null && price.perPiece !== null) {
    return Math.round(need.amount * price.perPiece);
  }
  return null;
}

function timePoints(minutes: number | null): number {
  if (minutes === null) return 1;
  if (minutes <= 20) return 6;
  if (minutes <= 40) return 4;
  return minutes <= 75 ? 2 : minutes <= 120 ? 0 : -2;
}

function seasonPoints({ recipe: { seasons } }: IndexedRecipe, today: string): number {
  if (seasons.length === 0) return 0;
  return seasons.includes(seasonOf(today)) ? 3 : -4;
}

function recentPoints(daysAgo: number | undefined): number {
  if (daysAgo === undefined || daysAgo > 14) return 0;
  return daysAgo <= 3 ? -12 : daysAgo <= 7 ? -8 : -4;
}

function sum({ stock, expiring, missing, time, season, recent, dish }: Points): number {
  return stock + expiring + missing + time + season + recent + dish;
}

/** Points have one place behind the point, so that they add up as they are shown. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
