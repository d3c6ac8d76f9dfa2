import type { Guest } from '#shared/households/diners.ts';
import type { Allergy, Diet, Person } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Restriction, Who } from '#shared/statements/statement.ts';
import { whoLabel } from './who-label.ts';

const ILL: ReadonlySet<Restriction['reason']> = new Set(['allergy', 'intolerance', 'celiac']);

/**
 * Whether it may harm somebody: an illness, or an allergen that nobody is to get for whatever reason.
 * Anything else is only not wanted, and may be spoken of.
 */
export function isHarmful({ reason, codes, diet }: Restriction): boolean {
  if (diet !== null || ILL.has(reason)) return true;
  return codes.length > 0 && (reason === 'refusal' || reason === 'without');
}

/** Whether it is said to make somebody ill. */
export function isIllness({ reason }: Restriction): boolean {
  return ILL.has(reason);
}

/** People as the gate knows them, of what was said in the session about what may harm them. */
export function harmedDiners(restrictions: readonly Restriction[], language: Language): Person[] {
  return byWho(
    restrictions.filter((one) => isHarmful(one) || one.reason === 'less'),
    language,
  ).map(({ said, ...person }) => {
    const harmful = said.filter(isHarmful);
    const lactose = harmful.some(isLactose);
    const diet = dietSaid(harmful);
    return {
      ...person,
      diet: diet ?? (lactose ? 'lactose-free' : null),
      // Somebody has one diet: beside another, lactose is an allergy.
      allergies: diet === null ? harmful.flatMap(allergiesOf) : allergiesSaid(harmful),
      dislikes: said.filter(({ reason }) => reason === 'less').map(({ food }) => food.name),
    };
  });
}

/**
 * The same people as guests of a proposal, so that its lots are judged for them once more. Lactose goes
 * along as a word of their own, of which the gate knows what it stands for, beside another diet.
 */
export function guestsOf(restrictions: readonly Restriction[], language: Language): Guest[] {
  return byWho(restrictions.filter(isHarmful), language)
    .map(({ name, said }) => ({ name, diet: dietSaid(said), allergies: allergiesSaid(said) }))
    .filter(({ diet, allergies }) => diet !== null || allergies.length > 0);
}

/** The strictest diet of several: a vegan eats what a vegetarian does, and not the other way round. */
export function dietSaid(said: readonly Restriction[]): Diet | null {
  const diets = said.flatMap(({ diet }) => (diet === null ? [] : [diet]));
  return diets.find((diet) => diet === 'vegan') ?? diets[0] ?? null;
}

/** What makes somebody ill, as a profile holds it; lactose as a word that lactose-free milk is clear of. */
export function allergiesSaid(said: readonly Restriction[]): Allergy[] {
  return said.flatMap((one): Allergy[] =>
    isLactose(one) ? [{ term: 'laktoza', severity: 'allergy' }] : allergiesOf(one),
  );
}

/** People of what they do not want, as dislikes: these find a food without holding it dangerous. */
export function unwillingDiners(
  restrictions: readonly Restriction[],
  language: Language,
): Person[] {
  const unwanted = restrictions.filter((one) => !isHarmful(one) && one.reason !== 'less');
  return byWho(unwanted, language).map(({ said, ...person }) => ({
    ...person,
    diet: null,
    allergies: [],
    dislikes: said.map(({ food }) => food.name),
  }));
}

/** Who cannot take lactose may have lactose-free milk; a diet knows that, an allergy does not. */
function isLactose({ food }: Restriction): boolean {
  return /^la[ck]to[sz]/i.test(food.name);
}

function allergiesOf(restriction: Restriction): Person['allergies'] {
  const { diet, codes, food } = restriction;
  if (diet !== null || isLactose(restriction)) return [];
  if (codes.length === 0) return [{ term: food.name, severity: 'allergy' }];
  return codes.map((code) => ({ code, severity: 'allergy' }));
}

/** One diner for everybody spoken of; a person of the household keeps the id, so that they are one. */
function byWho(restrictions: readonly Restriction[], language: Language) {
  const groups = Map.groupBy(restrictions, ({ who }) => keyOf(who));
  return [...groups].map(([key, said]) => {
    const [first] = said;
    const name = first === undefined ? key : whoLabel(first.who, language);
    return { id: first?.who.personId ?? `session:${key}`, name, said };
  });
}

export function keyOf({ role, name, personId }: Who): string {
  return personId ?? `${role}:${name.toLowerCase()}`;
}
