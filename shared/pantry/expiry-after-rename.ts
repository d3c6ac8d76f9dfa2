import { ruleOfFood, usualPlace } from '#shared/expiry/food.ts';
import type { LearnedSpans } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { dated, type ExpiryChange, type StoredLot } from './expiry-change.ts';
import { foodOfLot, type LotFood } from './lot-food.ts';
import type { LotOrigin } from './lot-origin-store.ts';

/**
 * What another name does to a lot: it turns out to be another food, and has that one's date, counted
 * from the day it was bought, and its place, unless somebody put it elsewhere. A date that was
 * printed on it stays.
 * @param day today, in the household's zone
 */
export function expiryAfterRename(
  lot: StoredLot,
  renamed: LotFood,
  { bought_on: boughtOn, opened_on: openedOn }: Pick<LotOrigin, 'bought_on' | 'opened_on'>,
  { day, learned }: { readonly day: string; readonly learned: LearnedSpans },
): ExpiryChange {
  if (lot.expires_source === 'printed') return {};
  const food = foodOfLot(renamed);
  const isInUsualPlace = lot.location === usualPlace(foodOfLot(lot));
  const location = isInUsualPlace ? usualPlace(food) : lot.location;
  const packed = lot.package_value !== null;
  const wasFrozen = lot.frozen_limit_on !== null && location !== 'freezer';
  const expiry = shelfLife({
    ...food,
    location,
    // Its days in the freezer do not count; how many there were is not known here.
    boughtOn: wasFrozen ? day : boughtOn,
    packed,
    ...(openedOn !== null && { opened: openedOn }),
    learned: learned({
      productId: renamed.product_key,
      productName: renamed.product_name,
      categoryKey: renamed.category,
      location,
      packed,
    }),
  });
  const isLater = expiry.date === null || (lot.expires_on !== null && expiry.date > lot.expires_on);
  const isOpened = lot.opened_at === null && ruleOfFood(food).states.has('opened');
  const moved = {
    ...(location !== lot.location && { location }),
    ...(isOpened && { opened_at: new Date() }),
  };
  if (wasFrozen && isLater) return moved;
  return { ...moved, ...dated(expiry) };
}
