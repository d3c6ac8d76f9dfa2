import type { Item } from '#shared/pantry-requests/request.ts';
import { matchLots } from './match-lots.ts';
import type { PantrySnapshot } from './snapshot.ts';

/**
 * `Oba jogurty`, `both milks`, by what there is: two things of that name, two lots of one, and else two
 * pieces.
 */
export function bothOf(item: Item, { lots, day }: PantrySnapshot): readonly Item[] {
  if (item.amount?.kind !== 'measure' || !item.amount.isBoth || item.product === null)
    return [item];
  const groups = matchLots(item.product, lots, day);
  const amount = { kind: 'all' as const };
  if (groups.length === 2) return groups.map(({ name }) => ({ ...item, product: name, amount }));
  return groups.length === 1 && groups[0]?.lots.length === 2 ? [{ ...item, amount }] : [item];
}
