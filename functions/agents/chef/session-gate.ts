import type { Person } from '#shared/households/person.ts';
import { type Gate, gateFor } from '#shared/recipes/gate.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import type { Judgement } from '#shared/recipes/rank/judge.ts';
import { harmedDiners, unwillingDiners } from '#shared/restrictions/session-diners.ts';
import { whoLabel } from '#shared/restrictions/who-label.ts';
import { checkRecipe } from '#shared/safety/check.ts';
import { type Refusal, refusalsOf } from '#shared/safety/refusal.ts';
import { isSameFood } from '#shared/statements/foods-in.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { Restriction } from '#shared/statements/statement.ts';
import { type HouseholdSnapshot, snapshotFor } from './household-snapshot.ts';

/** The household with everything that was said in the session about what people do not eat. */
export function withRestrictions(
  snapshot: HouseholdSnapshot,
  restrictions: readonly Restriction[],
  language: Language,
): HouseholdSnapshot {
  if (restrictions.length === 0) return snapshot;
  const people = [...snapshot.people, ...harmedDiners(restrictions, language)];
  const restricted = snapshotFor(snapshot.household, people);
  const unwanted = gateFor(unwillingDiners(restrictions, language));
  return { ...restricted, gate: refusing(restricted.gate, unwanted) };
}

/** What somebody does not want is not offered, as what harms them is not; the reason differs. */
function refusing(gate: Gate, unwanted: Gate): Gate {
  return {
    judge: (recipe) => {
      const judgement = gate.judge(recipe);
      const found = unwanted.judge(recipe).dislikes;
      return found.length === 0 ? judgement : refused(judgement, found);
    },
    allowed: gate.allowed,
    judgeLot: gate.judgeLot,
  };
}

function refused(judgement: Judgement, found: Judgement['dislikes']): Judgement {
  const named = found.map(({ person, evidence }) => {
    return { person, evidence, code: evidence.toLowerCase(), level: 'contains' as const };
  });
  const refusals = found.map(({ person, evidence }) => {
    return { person, allergens: [evidence.toLowerCase()], evidence: [evidence] };
  });
  return {
    ...judgement,
    effect: 'block',
    allergens: [...judgement.allergens, ...named],
    refusals: [...judgement.refusals, ...refusals],
  };
}

/** A food with everybody who does not eat it, and why. */
export interface ForbiddenFood {
  readonly food: NamedFood;
  readonly refusals: readonly Refusal[];
}

/** The foods at hand that somebody does not eat: `mam orzechy, ale syn ma alergię`. */
export function forbiddenFoods(
  foods: readonly NamedFood[],
  people: readonly Person[],
  restrictions: readonly Restriction[],
  language: Language,
): ForbiddenFood[] {
  const diners = [...people, ...harmedDiners(restrictions, language)];
  const unwilling = unwillingDiners(restrictions, language);
  return foods.flatMap((food) => {
    const harmful = refusalsOf(checkRecipe([food.name], [], diners));
    const unwanted = checkRecipe([food.name], [], unwilling).findings.map(
      ({ person, code, evidence }) => {
        return { person: person.name, allergens: [code], evidence: [evidence.words] };
      },
    );
    // The gate finds a food by what is in it; a name that it does not know is still the same name.
    const named = restrictions
      .filter((one) => one.diet === null && one.reason !== 'less' && isSameFood(one.food, food))
      .map(({ who }) => {
        const words = [food.name];
        return { person: whoLabel(who, language), allergens: words, evidence: words };
      });
    const found = [...harmful, ...unwanted];
    const refusals = found.length > 0 ? found : named;
    return refusals.length > 0 ? [{ food, refusals }] : [];
  });
}
