import { foodTable } from './foods.ts';
import { substitutionsFor } from './substitutions.ts';

/**
 * How a food serves where another is asked for.
 * - `same`: it is that food.
 * - `specific`: it is a kind of it (`cebula czerwona` for `cebula`).
 * - `stands-in`: it is another food that does as well; whoever is told of it is told so.
 */
export type ServingKind = 'same' | 'specific' | 'stands-in';

export interface Serving {
  readonly kind: ServingKind;
  /** Grams of it for a gram of what is asked for. */
  readonly ratio: number;
}

const SAME: Serving = { kind: 'same', ratio: 1 };
const SPECIFIC: Serving = { kind: 'specific', ratio: 1 };
const known = new Map<string, ReadonlyMap<string, Serving>>();

/**
 * The foods that serve where one is asked for, best first: itself, its kinds, what stands in for it. It
 * has a direction: gouda is yellow cheese, and yellow cheese only stands in for gouda. None of them
 * brings an allergen that the asked one has not (test/shared/products/relation).
 */
export function servingsFor(food: string): ReadonlyMap<string, Serving> {
  const found = known.get(food);
  if (found !== undefined) return found;
  const made = findServings(food);
  known.set(food, made);
  return made;
}

/** Whether a food is another one or a kind of it, at any distance. */
export function isKindOf(food: string, general: string): boolean {
  return food === general || kindsOf(general).has(food);
}

function findServings(food: string): ReadonlyMap<string, Serving> {
  const { varieties, alike, standsIn } = foodTable();
  const servings = new Map<string, Serving>([[food, SAME]]);
  for (const kind of kindsOf(food)) if (!servings.has(kind)) servings.set(kind, SPECIFIC);
  const add = (one: string, ratio: number) => {
    if (!servings.has(one)) servings.set(one, { kind: 'stands-in', ratio });
  };
  const addWithVarieties = (one: string, asked: string) => {
    const ratio = ratioOf(asked, one);
    add(one, ratio);
    for (const variety of reached(one, varieties)) add(variety, ratio);
  };
  for (const asked of [food, ...generalOf(food)]) {
    // A kind is asked for: what is of the same kind stands in for it, the general name as well.
    if (asked !== food) addWithVarieties(asked, asked);
    for (const links of [standsIn, alike]) {
      for (const one of links.get(asked) ?? []) addWithVarieties(one, asked);
    }
  }
  return servings;
}

function ratioOf(asked: string, instead: string): number {
  const weighed = foodTable().ratios.get(asked)?.get(instead);
  return weighed ?? substitutionsFor(asked).find((one) => one.with === instead)?.ratio ?? 1;
}

function kindsOf(food: string): ReadonlySet<string> {
  const { varieties, members } = foodTable();
  return reached(food, varieties, members);
}

/** Everything below a food, nearest first. */
function reached(food: string, ...links: readonly ReadonlyMap<string, readonly string[]>[]) {
  const found = new Set<string>();
  const waiting = [food];
  for (const one of waiting) {
    for (const below of links.flatMap((link) => link.get(one) ?? [])) {
      if (found.has(below) || below === food) continue;
      found.add(below);
      waiting.push(below);
    }
  }
  return found;
}

/** The foods it is a variety of, nearest first. */
function generalOf(food: string): string[] {
  const above: string[] = [];
  for (const [general, kinds] of foodTable().varieties) {
    if (kinds.includes(food)) above.push(general, ...generalOf(general));
  }
  return above;
}
