import type * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { rememberedDiners } from '#shared/households/diners.ts';
import { addToProfile, allPeople } from '#shared/households/person-store.ts';
import { cookIn } from '#shared/recipes/cook-in.ts';
import type { WrittenRecipe } from '#shared/recipes/readings/recipe-reading.ts';
import type { Confirmed } from './chat-schema.ts';
import { ChefProposal, type CookProposal } from './chef-answer.ts';
import { closeProposal, lockProposal, type StoredProposal } from './proposal-store.ts';

/**
 * Does what was proposed, in one transaction with the note that it was done. Confirmed twice, it is
 * done once, and the second answer is the first.
 * @throws UserError 404, also when the person of a profile is gone; 409 when it was rejected, has expired, or nothing of it is in stock
 */
export async function confirmProposal(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<z.output<typeof Confirmed>> {
  return await withHousehold(household, async (client) => {
    const row = await lockProposal(client, id);
    if (row.status === 'confirmed') return { bookingIds: row.booking_ids ?? [], avoided: [] };
    requireOpen(row);
    const proposal = ChefProposal.parse(row.payload);
    if (proposal.kind === 'profile') {
      await addToProfile(client, proposal.personId, proposal.adds);
      await closeProposal(client, id, 'confirmed', null);
      return { bookingIds: [], avoided: [] };
    }
    const diners = rememberedDiners(await allPeople(client), proposal.who, locale);
    const meal = { diners, written: writtenOf(proposal) };
    const cooked = await cookIn(client, household.householdId, cookedOf(proposal), meal);
    const { bookingIds, avoided } = cooked;
    await closeProposal(client, id, 'confirmed', bookingIds);
    return { bookingIds, avoided };
  });
}

/** @throws UserError 404; 409 when it was confirmed */
export async function rejectProposal(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, async (client) => {
    const row = await lockProposal(client, id);
    if (row.status === 'confirmed') throw conflict('proposal-confirmed');
    await closeProposal(client, id, 'rejected', null);
  });
}

function cookedOf({ recipeId, title, servings, ingredients }: CookProposal) {
  const lines = ingredients.map(({ product, ...line }) => {
    return { ...line, productId: product?.id ?? null };
  });
  return { id: recipeId, title, servings, ingredients: lines };
}

/** Proposals of earlier versions hold their scaled lines only. */
function writtenOf({ title, language, written, ingredients }: CookProposal): WrittenRecipe {
  const lines = written?.lines ?? ingredients.map(({ text }) => text);
  const steps = written?.steps ?? [];
  return { title, language, ingredients: lines.map((text) => ({ text })), steps };
}

function requireOpen({ status, expired }: StoredProposal): void {
  if (status === 'rejected') throw conflict('proposal-rejected');
  if (expired) throw conflict('proposal-expired');
}

const CONFLICTS = {
  'proposal-confirmed': {
    pl: 'Tę propozycję już potwierdzono. Cofnij zapisy w spiżarni.',
    en: 'This proposal was confirmed already. Undo its bookings in the pantry.',
  },
  'proposal-rejected': { pl: 'Tę propozycję odrzucono.', en: 'This proposal was rejected.' },
  'proposal-expired': {
    pl: 'Ta propozycja wygasła. Zapytaj jeszcze raz.',
    en: 'This proposal has expired. Ask again.',
  },
} as const;

function conflict(code: keyof typeof CONFLICTS): UserError {
  return new UserError('conflict', code, CONFLICTS[code]);
}
