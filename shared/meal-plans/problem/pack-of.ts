import * as z from 'zod/mini';
import { ruleOfFood, usualPlace } from '#shared/expiry/food.ts';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import type { Food, Pack } from '#shared/planning/model.ts';
import { products } from '#shared/products/product.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import { gramsIn } from '#shared/recipes/rank/convert-number.ts';
import rows from './data/typical-packs.json' with { type: 'json' };
import type { BoughtPack } from './facts.ts';

const Row = z.tuple([z.enum(['g', 'ml', 'szt']), z.number(), z.number()]);
const TYPICAL: ReadonlyMap<string, BoughtPack> = new Map(
  Object.entries(z.record(z.string(), Row).parse(rows)).map(([category, row]) => {
    const [unit, size, price] = row;
    return [category, { unit, size, price }];
  }),
);
/** Of what nobody knows. */
const UNKNOWN: BoughtPack = { unit: 'g', size: 200, price: 600 };
/** Grosze for a piece of what nobody knows. */
const UNKNOWN_PIECE = 300;
const NEVER = 3650;

/** What a pack is asked for. */
export interface PackedFood {
  readonly productId: string | null;
  readonly name: string;
  readonly unit: Food['unit'];
}

export interface KnownPack extends Pack {
  readonly source: 'receipts' | 'typical';
  /** As it stands on the shelf, which may be another unit than that of the food: a litre, not 1030 g. */
  readonly sold: Pick<BoughtPack, 'size' | 'unit'>;
}

/** How a food is bought: as on the household's receipts, else as is usual for its category. */
export function packOf(food: PackedFood, bought: BoughtPack | undefined): KnownPack {
  const category = products().get(food.productId ?? '')?.category ?? null;
  const known = bought === undefined ? undefined : inUnitOf(food, category, bought);
  const typical = TYPICAL.get(category ?? '');
  const { size, price, sold } = known ??
    inUnitOf(food, category, typical ?? UNKNOWN) ?? {
      size: 1,
      price: typical?.price ?? UNKNOWN_PIECE,
      sold: { size: 1, unit: food.unit },
    };
  const keepsDays = daysOpened(food, category);
  return {
    size,
    price,
    sold,
    keepsDays,
    keptShare: keptShare(keepsDays),
    source: known === undefined ? 'typical' : 'receipts',
  };
}

/** A pack in the unit in which recipes ask for the food; nothing when that is not known. */
function inUnitOf(
  { productId, unit }: PackedFood,
  category: string | null,
  pack: BoughtPack,
): Pick<KnownPack, 'size' | 'price' | 'sold'> | undefined {
  const { size, price } = pack;
  const sold = { size, unit: pack.unit };
  if (pack.unit === unit) return { size, price, sold };
  const [from, to] = [gramsOf(pack.unit, productId, category), gramsOf(unit, productId, category)];
  if (from === null || to === null) return undefined;
  return { size: (size * from) / to, price, sold };
}

/** Days in which an opened pack is used up, by the rules of shelf life. */
function daysOpened({ productId, name }: PackedFood, category: string | null): number {
  const food = { productId, name, categoryKey: category };
  const day = '2026-01-01'; // any day: only the span counts
  const { date } = shelfLife({
    ...food,
    location: usualPlace(food),
    boughtOn: day,
    opened: day,
    packed: true,
  });
  return date === null || ruleOfFood(food).rule?.never === true
    ? NEVER
    : Math.min(NEVER, daysBetween(day, date));
}

/** The longer it keeps, the likelier the rest is eaten after all. */
function keptShare(days: number): number {
  if (days >= 60) return 0.95;
  if (days >= 21) return 0.7;
  return days >= 7 ? 0.4 : 0.1;
}

/** What a lot without a receipt is worth, in grosze, by what is usual for its category. */
export function typicalValue(
  amount: number,
  unit: string,
  productId: string | null,
  category: string | null,
): number {
  const pack = TYPICAL.get(category ?? '') ?? UNKNOWN;
  const [base, factor] = baseUnitOf(unit);
  if (pack.unit === base) return (amount * factor * pack.price) / pack.size;
  const [lot, packed] = [
    gramsIn(unit, productId, category),
    gramsIn(pack.unit, productId, category),
  ];
  if (lot !== null && packed !== null) return (amount * lot * pack.price) / (pack.size * packed);
  // A bunch, a loaf, a package.
  return base === 'szt' || base === 'opak' ? amount * pack.price : pack.price;
}

/** Where nothing better is known a millilitre weighs a gram. */
function gramsOf(unit: string, productId: string | null, category: string | null): number | null {
  return gramsIn(unit, productId, category) ?? (unit === 'ml' ? 1 : unit === 'l' ? 1000 : null);
}
