import type { ChefRequest } from '#functions/agents/chef/chef-request.ts';
import { type HouseholdSnapshot, snapshotFor } from '#functions/agents/chef/household-snapshot.ts';
import type { Person } from '#shared/households/person.ts';
import { isOfPerson } from '#shared/orchestration/session/session-memory.ts';
import { indexRecipe } from '#shared/recipes/rank/index-recipe.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';
import { householdFactsOf } from '#test/shared/recipes/rank/rank-case.ts';
import { answerQuestion, type ChefAnswer } from './answer.ts';

export const HOUSEHOLD = '0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e0f';
const book = [...shippedRecipes().values()].map(indexRecipe);
const PANTRY =
  'jaja 10 szt 3, szpinak 400 g 1, feta 200 g, mleko 1 l, maka-pszenna 1 kg, czosnek 1 szt, maslo 200 g, ' +
  'olej-rzepakowy 1 l, cebula 1 kg, ziemniaki 2 kg, smietana 200 g 2, chleb 500 g';

export function snapshot(people: readonly Person[] = [], pantry = PANTRY): HouseholdSnapshot {
  return snapshotFor({ facts: householdFactsOf({ pantry }), book }, people);
}

export function ask(message: string, more: Partial<ChefRequest> = {}): ChefRequest {
  return {
    ...{ householdId: HOUSEHOLD, message, locale: 'pl', state: null, hasOpenProposal: false },
    topic: 'chef',
    // As the session holds it, whichever agent was told.
    restrictions: [],
    restrictionsBefore: (more.state?.restrictions ?? []).filter(isOfPerson),
    lastPerson: more.state?.lastPerson ?? null,
    ...more,
  };
}

/** A session: each message with what was remembered of the ones before. */
export async function session(
  messages: readonly string[],
  snapshotAt: HouseholdSnapshot = snapshot(),
  locale: 'pl' | 'en' = 'pl',
) {
  const answers: ChefAnswer[] = [];
  for (const message of messages) {
    const state = answers.at(-1)?.data.state ?? null;
    answers.push(await answerQuestion(ask(message, { state, locale }), { snapshot: snapshotAt }));
  }
  const last = answers.at(-1);
  if (last === undefined) throw new Error('nothing was asked');
  return { answers, last };
}

export const lines = (answer: ChefAnswer | undefined) =>
  answer?.data.recipe?.ingredients.map(({ text }) => text) ?? [];
