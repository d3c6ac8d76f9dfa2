import type { Diet } from '#shared/households/person.ts';
import { unique } from '#shared/statements/foods-in.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { Restriction, Statements } from '#shared/statements/statement.ts';

/** What a request does without that is a diet: recipes are judged by all it forbids. */
const DIETS: readonly (readonly [Diet, RegExp])[] = [
  ['gluten-free', /^gluten/],
  ['lactose-free', /^la[ck]to[sz]/],
  ['pork-free', /^(?:wieprzowin|pork$)/],
  ['vegetarian', /^(?:mi[eę]s(?:o|a)$|meat$)/],
];

/** The diet that a request names by what it leaves out: `bez glutenu`, or by who eats: `dla weganki`. */
export function dietWanted({ forbidden }: Pick<Statements, 'forbidden'>): Diet | null {
  for (const restriction of forbidden) {
    const diet = restriction.diet ?? dietOf(restriction);
    if (diet !== null) return diet;
  }
  return null;
}

/** Foods that recipes for this request leave out, whether somebody does not like them or they are not there. */
export function foodsLeftOut({
  forbidden,
  outOfStock,
}: Pick<Statements, 'forbidden' | 'outOfStock'>): NamedFood[] {
  const unwanted = forbidden.filter(
    (one) => (one.reason === 'without' || one.reason === 'dislike') && dietOf(one) === null,
  );
  return unique([...unwanted.map(({ food }) => food), ...outOfStock]);
}

function dietOf({ reason, food }: Restriction): Diet | null {
  if (reason !== 'without' && reason !== 'refusal') return null;
  return DIETS.find(([, pattern]) => pattern.test(food.name.toLowerCase()))?.[0] ?? null;
}
