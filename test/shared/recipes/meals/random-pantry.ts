import type { Allergen } from '#shared/households/person.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { products } from '#shared/products/product.ts';
import type { Recipe } from '#shared/recipes/model/recipe.ts';
import type { StockLot } from '#shared/recipes/rank/stock.ts';
import type { Random } from '#test/synthetic/random.ts';

/** A lot, and the allergens that its words name by how it was put together: not read by any code. */
export interface RandomLot {
  readonly row: LotRow;
  readonly printed: string | null;
  readonly named: readonly Allergen[];
}

type Modifier = readonly [words: string, named: readonly Allergen[]];

/** What stands behind a product's name; half of them harmless. */
const BEHIND: readonly [Modifier, ...Modifier[]] = [
  ['z orzeszkami ziemnymi', ['peanuts']],
  ['z masłem orzechowym', ['peanuts']],
  ['z orzechami laskowymi', ['nuts']],
  ['z migdałami', ['nuts']],
  ['z mlekiem w proszku', ['milk']],
  ['ze śmietanką', ['milk']],
  ['z sezamem', ['sesame']],
  ['z białkiem sojowym', ['soybeans']],
  ['z krewetkami', ['crustaceans']],
  ['z małżami', ['molluscs']],
  ['z tuńczykiem', ['fish']],
  ['z gorczycą', ['mustard']],
  ['z selerem', ['celery']],
  ['z jajkiem', ['eggs']],
  ['z mąką pszenną', ['gluten']],
  ['z łubinem', ['lupin']],
  ['zawiera siarczyny', ['sulphites']],
  ['może zawierać orzeszki ziemne', ['peanuts']],
  ['with peanuts', ['peanuts']],
  ['with almonds and milk', ['nuts', 'milk']],
  ['', []],
  ['', []],
  ['', []],
  ['luzem', []],
  ['bio 500 g', []],
  ['1 kg', []],
  ['premium', []],
  ['mrożone', []],
  ['bez konserwantów', []],
  ['od rolnika', []],
  ['z solą', []],
  ['rodzinne opakowanie', []],
];

/** Things that were taken for another product: the name says nothing of what the recipe asks for. */
const MISTAKEN: readonly [Modifier, ...Modifier[]] = [
  ['mąka z orzeszków ziemnych', ['peanuts']],
  ['mąka migdałowa', ['nuts']],
  ['mąka kokosowa', []],
  ['mleko migdałowe', ['nuts']],
  ['napój sojowy', ['soybeans']],
  ['olej sezamowy', ['sesame']],
  ['olej arachidowy', ['peanuts']],
  ['masło orzechowe', ['peanuts']],
  ['pasta rybna', ['fish']],
  ['peanut flour', ['peanuts']],
  ['Winiary', []],
  ['produkt regionalny', []],
];

/** Lots of some things the recipe asks for, and of others, as printed, as renamed, or as both. */
export function randomPantry(random: Random, recipe: Recipe): RandomLot[] {
  const asked = recipe.ingredients.flatMap(({ productId }) => productId ?? []);
  const wanted = asked.filter(() => random.chance(0.5)).slice(0, 4);
  const lots = wanted.flatMap((id) => (random.chance(0.4) ? [id, id] : [id]));
  return lots.map((productId, index) => randomLot(random, productId, index));
}

function randomLot(random: Random, productId: string, index: number): RandomLot {
  const plain = products().get(productId)?.pl ?? productId;
  const mistaken = random.chance(0.25);
  const [words, named] = random.pick(mistaken ? MISTAKEN : BEHIND);
  const told = mistaken ? words : `${plain} ${words}`.trim();
  const where = random.pick(['name', 'printed', 'both'] as const);
  const name = where === 'printed' ? plain : told;
  const loud = random.chance(0.5) ? told.toUpperCase() : told;
  const printed = where === 'name' ? (random.chance(0.5) ? null : plain) : loud;
  const unit = random.pick(['kg', 'l', 'szt', 'g'] as const);
  const row: LotRow = {
    id: `019000${String(index).padStart(2, '0')}-0000-7000-8000-000000000000`,
    product_key: random.chance(0.9) ? productId : null,
    product_name: name,
    category: null,
    quantity: String(random.whole(1, 5)),
    unit,
    location: 'pantry',
    opened_at: null,
    expires_on: random.chance(0.5) ? `2026-12-${String(random.whole(10, 28))}` : null,
    expires_kind: 'best-before',
    expires_source: 'rule',
    receipt_item_id: null,
    package_value: null,
    package_unit: null,
    thawed_days: null,
    frozen_limit_on: null,
    origin_lot_id: null,
    version: 1,
    added_at: new Date(0),
  };
  return { row, printed, named };
}

/** The lot as ranking is given it. */
export function stockLotOf({ row, printed }: RandomLot): StockLot {
  const { expires_on: date } = row;
  return {
    id: row.id,
    productId: row.product_key,
    name: row.product_name,
    printed,
    category: row.category,
    amount: Number(row.quantity),
    unit: row.unit,
    expires: date === null ? null : { date, kind: 'best-before' },
  };
}
