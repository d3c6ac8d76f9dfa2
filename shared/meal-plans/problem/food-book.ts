import type { Food, ServingLot } from '#shared/planning/model.ts';
import type { Serving } from '#shared/products/relation/relation.ts';
import { keysOfLot, servingBy } from '#shared/products/relation/serves.ts';
import { baseUnitOf } from '#shared/quantities/base-unit.ts';
import { gramsIn } from '#shared/recipes/rank/convert-number.ts';
import { type IndexedNeed, isWanted } from '#shared/recipes/rank/index-recipe.ts';
import type { BoughtPack, ValuedLot } from './facts.ts';
import { type KnownPack, packOf } from './pack-of.ts';

/** A food of the problem, with what the shopping list says of it. */
export interface PlannedFood extends Food {
  readonly productId: string | null;
  readonly pack: KnownPack;
}

/** A lot as foods are served by it. */
interface KeyedLot {
  readonly index: number;
  readonly lot: ValuedLot;
  readonly keys: readonly string[];
  readonly grams: number | null;
}

const UNITS = ['g', 'ml', 'szt', 'opak'] as const;

/** The foods that recipes ask for; each is the same one wherever it is asked for by the same unit. */
export class FoodBook {
  readonly foods: PlannedFood[] = [];
  readonly #packs: ReadonlyMap<string, BoughtPack>;
  readonly #lots: readonly KeyedLot[];
  readonly #known = new Map<string, number>();

  /** @param lots in the order in which cooking takes them */
  constructor(lots: readonly ValuedLot[], packs: ReadonlyMap<string, BoughtPack>) {
    this.#packs = packs;
    this.#lots = lots.map((lot, index) => {
      const { productId, name, category, amount, unit } = lot;
      const each = gramsIn(unit, productId, category);
      const keys = keysOfLot({ id: productId, name });
      return { index, lot, keys, grams: each === null ? null : amount * each };
    });
  }

  /** The food of a need and its amount; nothing for what is in every home or has no amount. */
  needOf(need: IndexedNeed): { readonly food: number; readonly amount: number } | undefined {
    const { ingredient, grams } = need;
    if (!isWanted(need)) return undefined;
    const amount = grams ?? need.amount;
    const unit = grams !== null ? 'g' : UNITS.find((one) => one === need.unit);
    if (amount === null || amount <= 0 || unit === undefined) return undefined;
    const [key = `=${ingredient.item}`] = need.servings.keys();
    const id = `${key} ${unit}`;
    let food = this.#known.get(id);
    if (food === undefined) {
      food = this.foods.length;
      this.#known.set(id, food);
      this.foods.push(this.#foodOf(id, need, unit));
    }
    return { food, amount };
  }

  #foodOf(id: string, { ingredient, servings }: IndexedNeed, unit: Food['unit']): PlannedFood {
    const { productId, item: name } = ingredient;
    const serving = this.#lots.flatMap((keyed) => {
      const found = servingBy(servings, keyed.keys);
      return found === undefined ? [] : [{ keyed, found }];
    });
    const isOther = ({ found }: { found: Serving }) => Number(found.kind === 'stands-in');
    const servedBy = serving
      .sort((a, b) => isOther(a) - isOther(b))
      .map(({ keyed, found }) => servingLot(keyed, found, { unit, productId }));
    const pack = packOf({ productId, name, unit }, this.#packs.get(productId ?? ''));
    return { id, name, unit, productId, servedBy, pack };
  }
}

/** As cooking weighs it (pantry/part-of-lot.ts); where amounts cannot be compared any of it is enough. */
function servingLot(
  { index, lot, grams }: KeyedLot,
  { ratio }: Serving,
  { unit, productId }: { readonly unit: Food['unit']; readonly productId: string | null },
): ServingLot {
  const each = unit === 'g' ? 1 : gramsIn(unit, productId, null);
  if (each !== null && grams !== null) return { lot: index, share: (each * ratio) / grams };
  const [base, factor] = baseUnitOf(lot.unit);
  return { lot: index, share: base === unit && ratio === 1 ? 1 / (lot.amount * factor) : 0 };
}
