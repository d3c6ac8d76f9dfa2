import { shelfLife } from '#shared/expiry/shelf-life.ts';
import type { Evaluation } from '#shared/planning/evaluate.ts';
import type { BuiltProblem } from './problem/build-problem.ts';
import type { ValuedLot } from './problem/facts.ts';

/** What a plan would let spoil and a freezer would not. */
export interface Freezing {
  /** Index of the lot. */
  readonly lot: number;
  /** What part of it is left when the plan is through, 0 … 1. */
  readonly share: number;
  /** The last day on which it may go into the freezer. */
  readonly by: string;
  /** How long it keeps there. */
  readonly until: string;
  /** Grosze that do not spoil. */
  readonly saves: number;
}

/** Grosze: a freezer is not filled with crumbs. */
const LEAST_SAVED = 100;

/**
 * What of the rests to freeze: what would spoil within the plan, keeps longer in a freezer by the rules of shelf
 * life, and was in none before. The most valuable first.
 */
export function freezingOf(
  { problem, lots }: Pick<BuiltProblem, 'problem' | 'lots'>,
  { cookings }: Pick<Evaluation, 'cookings'>,
  today: string,
): Freezing[] {
  const left = lots.map(() => 1);
  for (const { lot, share } of cookings.flatMap(({ uses }) => uses)) {
    left[lot] = (left[lot] ?? 0) - share;
  }
  const found = lots.flatMap((lot, index): Freezing[] => {
    const { value = 0, wasteRisk = 0, lastDay = -1 } = problem.lots[index] ?? {};
    const share = Math.max(0, left[index] ?? 0);
    const saves = share * value;
    // What expires after the plan may still be eaten in time.
    if (wasteRisk < 1 || lastDay < 0 || saves < LEAST_SAVED || lot.expires === null) return [];
    const by = lot.expires.date;
    const until = by < today ? undefined : keepsFrozenUntil(lot, by);
    return until === undefined ? [] : [{ lot: index, share, by, until, saves }];
  });
  return found.toSorted((a, b) => b.saves - a.saves);
}

/** Nothing where no rule says that it may be frozen, or where it would not keep longer. */
function keepsFrozenUntil(lot: ValuedLot, day: string): string | undefined {
  if (lot.frozen || lot.wasFrozen) return undefined;
  const { name, productId, category: categoryKey } = lot;
  const food = { name, productId, categoryKey };
  const frozen = shelfLife({ ...food, location: 'freezer', boughtOn: day, frozen: day });
  return frozen.date !== null && frozen.source === 'rule' && frozen.date > day
    ? frozen.date
    : undefined;
}
