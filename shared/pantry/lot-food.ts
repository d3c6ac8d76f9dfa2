import type { Food } from '#shared/expiry/food.ts';
import type { LotRow } from './lot-row.ts';

/** What of a lot says which food it is. */
export interface LotFood extends Pick<LotRow, 'product_key' | 'product_name' | 'category'> {
  /** As the till printed it, while nobody has renamed the lot: it may say more (`MLEKO UHT 3,2%`). */
  readonly printed_name?: string | null | undefined;
}

/** A lot as its shelf life is asked for. */
export function foodOfLot({ product_key, product_name, category, printed_name }: LotFood): Food {
  return {
    name: printed_name ?? product_name,
    productId: product_key,
    categoryKey: category,
    isBought: printed_name != null,
  };
}
