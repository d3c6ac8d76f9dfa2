import { usualPlace } from '#shared/expiry/food.ts';
import type { LearnedSpans } from '#shared/expiry/observation-store.ts';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { stockQuantity } from '#shared/quantities/stock-quantity.ts';
import { dated } from './expiry-change.ts';
import { foodOfLot } from './lot-food.ts';

/** A line of a receipt as the pantry needs it. */
export interface FoodItem {
  readonly id: string;
  readonly name: string;
  readonly product_key: string | null;
  readonly product_name: string | null;
  readonly category: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly package_value: string | null;
  readonly package_unit: string | null;
}

export type ReceiptLot = ReturnType<typeof lotOf>;

/** What the food of a receipt is as lots. */
export function lotsOfReceipt(
  items: readonly FoodItem[],
  boughtOn: string,
  learned: LearnedSpans,
): ReceiptLot[] {
  return items.map((item) => lotOf(item, boughtOn, learned));
}

const MEASURED = new Set(['g', 'kg', 'ml', 'l']);

function lotOf(row: FoodItem, boughtOn: string, learned: LearnedSpans) {
  const { product_key, category } = row;
  const product_name = row.product_name ?? row.name;
  const food = foodOfLot({ product_key, product_name, category, printed_name: row.name });
  const location = usualPlace(food);
  const pack =
    row.package_value === null || row.package_unit === null
      ? null
      : { value: Number(row.package_value), unit: row.package_unit };
  const quantityMilli = Math.round(Number(row.quantity) * 1000);
  const { value, unit } = stockQuantity({ quantityMilli, unit: row.unit, pack });
  // A printed size is a package's; what is sold by weight prints none.
  const packed = pack !== null && row.unit === 'szt';
  const expiry = shelfLife({
    ...food,
    location,
    boughtOn,
    packed,
    learned: learned({
      productId: product_key,
      productName: product_name,
      categoryKey: category,
      location,
      packed,
    }),
  });
  return {
    product_key,
    product_name,
    category,
    quantity: value,
    unit,
    location,
    ...dated(expiry),
    receipt_item_id: row.id,
    // A package of pieces (10 eggs) says nothing about weight.
    ...(MEASURED.has(row.package_unit ?? '') && {
      package_value: row.package_value,
      package_unit: row.package_unit,
    }),
  };
}
