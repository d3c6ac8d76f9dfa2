import { keyOfName } from '#shared/language/key-of-name.ts';
import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { contradicts } from './allergens-of-food.ts';
import { foodName, foodOfName, foodOfPrinted } from './foods.ts';
import { isKindOf, type Serving, servingsFor } from './relation.ts';

/** A food that is asked for or at hand: a shipped product by its id, or anything by its name. */
export interface FoodRef {
  /** Null when its name was looked up before and is no product's; left out when nobody looked. */
  readonly id?: string | null | undefined;
  readonly name?: string | undefined;
}

/** What serves, by the keys of lots (`keysOfLot`). */
export type Servings = ReadonlyMap<string, Serving>;

const SAME: Serving = { kind: 'same', ratio: 1 };
const ORDER = { same: 0, specific: 1, 'stands-in': 2 } as const;
const MAX_KNOWN = 20_000;
const asked = new Map<string, Servings>();
const atHand = new Map<string, readonly string[]>();

/**
 * What serves where this is asked for, by key, best first. The name says more than the product it was
 * taken for: of `ryż basmati`, a `ryz`, another rice only stands in.
 */
export function servingsOf(ref: FoodRef): Servings {
  return remembered(asked, ref, () => {
    const named = ref.name === undefined ? undefined : foodOfName(ref.name);
    if (named !== undefined) return servingsFor(named);
    const food = ref.id === undefined ? productNamed(ref.name) : (ref.id ?? undefined);
    const servings = new Map(food === undefined ? [] : servingsFor(food));
    for (const key of nameKeys(ref.name)) servings.set(key, SAME);
    return servings;
  });
}

/**
 * What a lot is, as keys: its food and its name. A product that the lot's own name contradicts, by
 * being another food or by an allergen, is not believed: the name is what is printed on it.
 */
export function keysOfLot(ref: FoodRef): readonly string[] {
  return remembered(atHand, ref, () => {
    const { id, name } = ref;
    const named = name === undefined ? undefined : foodOfPrinted(name);
    // `ser` that somebody knows to be gouda is gouda.
    if (named !== undefined) return [id != null && isKindOf(id, named) ? id : named];
    const food = believed(id ?? productNamed(name), name);
    return [...(food === undefined ? [] : [food]), ...nameKeys(name)];
  });
}

/** How a lot serves, best of its keys; undefined when it does not. */
export function servingBy(servings: Servings, keys: readonly string[]): Serving | undefined {
  let best: Serving | undefined;
  for (const key of keys) {
    const serving = servings.get(key);
    if (serving === undefined) continue;
    if (best === undefined || ORDER[serving.kind] < ORDER[best.kind]) best = serving;
  }
  return best;
}

function productNamed(name: string | undefined): string | undefined {
  return name === undefined ? undefined : productOfWord(name, 'pl');
}

function believed(food: string | undefined, name: string | undefined): string | undefined {
  if (food === undefined || name === undefined || !products().has(food)) return food;
  return contradicts(foodName(food, 'pl'), name) ? undefined : food;
}

/**
 * The words of a name that no family knows, in their base forms, in each language; no food's id looks
 * like one. A name that says nothing (`%`) has none: it is equal to no other.
 */
function nameKeys(name: string | undefined): string[] {
  if (name === undefined) return [];
  const keys = (['pl', 'en'] as const).map((language) => keyOfName(name, language));
  return [...new Set(keys)].flatMap((key) => (key === null ? [] : [`=${key}`]));
}

/** Ranking asks tens of thousands of times, of a few thousand things. */
function remembered<Value>(known: Map<string, Value>, ref: FoodRef, make: () => Value): Value {
  const key = `${ref.id ?? ''}|${ref.name ?? ''}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
