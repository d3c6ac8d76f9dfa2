import type { Guest } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Restriction, Who } from './statements/statement.ts';
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

/** People as the gate knows them, of what was said in the session about what may harm them. */
export function harmedDiners(restrictions: readonly Restriction[], language: Language): Person[] {
  return byWho(
    restrictions.filter((one) => isHarmful(one) || one.reason === 'less'),
    language,
  ).map(({ said, ...person }) => {
    const harmful = said.filter(isHarmful);
    const lactose = harmful.some(isLactose);
    return {
      ...person,
      diet: harmful.find(({ diet }) => diet !== null)?.diet ?? (lactose ? 'lactose-free' : null),
      allergies: harmful.flatMap(allergiesOf),
      dislikes: said.filter(({ reason }) => reason === 'less').map(({ food }) => food.name),
    };
  });
}

/**
 * The same people as guests of a proposal, so that its lots are judged for them once more. A guest has no
 * diet: lactose goes along as a word of their own, of which the gate knows what it stands for.
 */
export function guestsOf(restrictions: readonly Restriction[], language: Language): Guest[] {
  return byWho(restrictions.filter(isHarmful), language)
    .map(({ name, said }) => ({
      name,
      allergies: [...said.flatMap(allergiesOf), ...lactoseOf(said)],
    }))
    .filter(({ allergies }) => allergies.length > 0);
}

function lactoseOf(said: readonly Restriction[]): Person['allergies'] {
  const lactose = said.find((one) => isLactose(one) || one.diet === 'lactose-free');
  return lactose === undefined ? [] : [{ term: 'laktoza', severity: 'allergy' }];
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
