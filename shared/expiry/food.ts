import * as z from 'zod/mini';
import { readBeside } from '#shared/bundle/read-beside.ts';
import { categories } from '#shared/products/category.ts';
import type { Location } from '#shared/products/location.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { products } from '#shared/products/product.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import type { Candidate } from '#shared/products/rank.ts';
import { type NamedState, RULE_STATES, type RuleState, readFoodState } from './food-state.ts';
import { type Rule, ruleFor } from './rule.ts';

/** What is known of an item of food. */
export interface Food {
  /** As a person or a till calls it; its words of state come before the product's rule. */
  readonly name?: string | undefined;
  readonly productId?: string | null | undefined;
  /** A shelf-life key (`yogurt`) or a category of the product tree (`dairy/yogurt`). */
  readonly categoryKey?: string | null | undefined;
  /** A till printed the name, so it was sold closed and not left over. */
  readonly isBought?: boolean | undefined;
}

/** The rule that holds for a food as it is. */
export interface FoodRule extends Pick<NamedState, 'states' | 'daysOld'> {
  /** Nothing when neither product nor state is known. */
  readonly rule: Rule | undefined;
  /** The words that chose it, rather than the product. */
  readonly by: RuleState | null;
  /** Where it is usually kept as it is: closed or open, fresh or frozen. */
  readonly place: Location;
}

/** The state leaves the rule as it is, and no other state is asked. */
const OWN = 'own';
/** By state: the rule for a product or kind, `unknown` where neither is known, `else` for all others. */
const StateRules = z.record(z.enum(RULE_STATES), z.record(z.string(), z.nullable(z.string())));
/** Words for whole families, which name no product, by category, kind or product. */
const FamilyWords = z.record(z.string(), z.array(z.string()));
/** From this score on candidates that are asked about are good enough for the kind of food. */
const MIN_SCORE = 0.95;
/** Candidates whose scores differ by less may each be meant. */
const NEAR = 0.1;
let families: ReadonlyMap<string, string> | undefined;
let stateRules: z.infer<typeof StateRules> | undefined;

/** Words of state first, then the product, then its category. */
export function ruleOfFood(food: Food): FoodRule {
  const named = readFoodState(food.name ?? '', food.isBought);
  const given = ruleOfProduct(named, food);
  const { states } = named;
  const isGiven = food.productId != null || (food.categoryKey ?? '') !== '';
  const family = familyOf(named.food);
  if (family !== undefined && (!isGiven || isElsewhere(food, family))) {
    return ruleOfProduct(named, family);
  }
  const isNamedWhole = states.has('frozen') || states.has('smoked');
  if (isGiven && (isNamedWhole || (food.isBought && states.size === 0))) return given;
  const meant = ruleOfName(named, isGiven);
  if (meant === undefined) return given;
  // Kitchen words are surer than a till's: `kawałek tortu` is no coffee, `milk` no chocolate.
  return !isGiven || leastDays(meant) < leastDays(given) ? meant : given;
}

function ruleOfProduct(
  { states, daysOld }: NamedState,
  { productId, categoryKey }: Food,
): FoodRule {
  const category = categories.get(categoryKey ?? '');
  const kind = category?.shelfLife ?? categoryKey ?? '';
  const own = ruleFor(productId ?? undefined, kind);
  const chosen = byState(states, own, [
    productId ?? '',
    own === undefined ? 'unknown' : kind,
    'else',
  ]);
  const rule = chosen?.rule ?? own;
  const usual = chosen === undefined ? category?.location : firstPlace(chosen.rule);
  const by = chosen?.by ?? null;
  const isOpen = states.has('opened') || isRest({ states, by });
  return { states, daysOld, rule, by, place: placeOf(states, isOpen, rule, usual) };
}

/** What is left of cheese, wine or a tin is open; what is left of a dish has a rule of its own. */
export function isRest({ states, by }: Pick<FoodRule, 'states' | 'by'>): boolean {
  return states.has('leftover') && by !== 'cooked' && by !== 'homemade';
}

/** Days that it keeps at least, closed, where it is usually kept. */
function leastDays({ rule, place }: FoodRule): number {
  const span = rule?.never ? undefined : rule?.[place];
  return span?.[0] ?? Number.POSITIVE_INFINITY;
}

/** Where food is usually kept as its name says it is; the fridge when nothing is known of it. */
export function usualPlace(food: Food): Location {
  return ruleOfFood(food).place;
}

function byState(states: FoodRule['states'], own: Rule | undefined, keys: readonly string[]) {
  stateRules ??= StateRules.parse(readBeside('./data/state-rules.json', import.meta.url));
  for (const by of RULE_STATES) {
    // What is left over of a dish is cooked; of cheese or wine it is only open.
    if (!states.has(by) && !(by === 'cooked' && states.has('leftover'))) continue;
    const table = stateRules[by];
    const key = keys.find((one) => Object.hasOwn(table, one));
    const name = key === undefined ? null : table[key];
    const rule = name == null ? undefined : name === OWN ? own : ruleFor(name, name);
    if (rule !== undefined) return { rule, by };
  }
  return undefined;
}

function placeOf(
  states: FoodRule['states'],
  isOpen: boolean,
  rule: Rule | undefined,
  usual: Location | undefined,
): Location {
  if (states.has('frozen') && !states.has('thawed')) return 'freezer';
  const closed = rule?.place ?? usual ?? 'fridge';
  if (closed !== 'pantry' || !isOpen || rule?.opened === undefined) return closed;
  return rule?.openedIn ?? (rule?.fridge === undefined ? 'pantry' : 'fridge');
}

function firstPlace(rule: Rule | undefined): Location {
  if (rule?.pantry !== undefined) return 'pantry';
  return rule?.fridge === undefined && rule?.freezer !== undefined ? 'freezer' : 'fridge';
}

/**
 * What a name means without its words of state: `gotowany ryż` is rice. A single word of it is
 * enough only where the state says more of how long it keeps than the product does.
 * @param isGiven whether the whole name was matched before
 */
function ruleOfName(named: NamedState, isGiven: boolean): FoodRule | undefined {
  const { food: name, states } = named;
  if (name === '') return undefined;
  const whole = productOf(name, states, isGiven && states.size === 0);
  if (whole !== undefined) return ruleOfProduct(named, whole);
  if (isGiven || states.size === 0) return undefined;
  const words = name.split(' ');
  return [words[0], words.at(-1)]
    .flatMap((word = '') => productOf(word, states, false) ?? [])
    .map((product) => ruleOfProduct(named, product))
    .find(({ by }) => by !== null || states.has('frozen'));
}

/** `fish` alone is no sweet of that brand; that `ser` is a hard cheese is known better. */
function isElsewhere({ categoryKey: given }: Food, { categoryKey: family }: Food): boolean {
  const parentOf = (key: string | null | undefined) => categories.get(key ?? '')?.parent.key;
  return given != null && parentOf(given) !== parentOf(family);
}

function familyOf(name: string): Food | undefined {
  families ??= new Map(
    Object.entries(
      FamilyWords.parse(readBeside('./data/family-words.json', import.meta.url)),
    ).flatMap(([family, words]) => words.map((word) => [word, family] as const)),
  );
  const key = families.get(name);
  if (key === undefined) return undefined;
  const product = products().get(key);
  return product === undefined
    ? { categoryKey: key }
    : { productId: key, categoryKey: product.category };
}

/** @param onlyWords whether to ask what cooks call it, and not what tills print */
function productOf(name: string, states: FoodRule['states'], onlyWords: boolean): Food | undefined {
  const match = onlyWords ? undefined : matchProduct(name, []);
  const ids = [productOfWord(name, 'pl'), match?.product?.id];
  const found = ids.flatMap((id) => products().get(id ?? '') ?? []);
  const product = found.find(({ category }) => {
    const { shelfLife } = categories.get(category) ?? {};
    // What is only sold frozen is not what lies raw in the fridge.
    return shelfLife != null && (shelfLife !== 'frozen' || states.has('frozen'));
  });
  if (product !== undefined) return { productId: product.id, categoryKey: product.category };
  return match && kindOfAll(match.candidates);
}

/** Pasta with eggs or without keeps alike, so which of the two it is need not be known. */
function kindOfAll(candidates: readonly Candidate[]): Food | undefined {
  const [best] = candidates;
  if (best === undefined || best.score < MIN_SCORE) return undefined;
  const near = candidates.filter(({ score }) => score > best.score - NEAR);
  const { category } = best.product;
  const isOne = near.every(({ product }) => product.category === category);
  return isOne && categories.get(category)?.shelfLife != null
    ? { categoryKey: category }
    : undefined;
}
