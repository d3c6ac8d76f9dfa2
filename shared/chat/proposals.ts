import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { cookIn } from '#shared/recipes/cook-in.ts';
import { ChefProposal } from './chef-answer.ts';

interface Row {
  readonly id: string;
  readonly payload: unknown;
  readonly status: 'open' | 'confirmed' | 'rejected';
  readonly booking_ids: string[] | null;
  readonly expired: boolean;
}

/**
 * Does what was proposed, in one transaction with the note that it was done. Confirmed twice, it is
 * done once, and the second answer is the first.
 * @throws UserError 404; 409 when it was rejected, has expired, or nothing of it is in stock
 */
export async function confirmProposal(
  who: HouseholdContext,
  id: string,
): Promise<{ bookingIds: string[] }> {
  return await withHousehold(who, async (client) => {
    const row = await lock(client, id);
    if (row.status === 'confirmed') return { bookingIds: row.booking_ids ?? [] };
    requireOpen(row);
    const { recipeId, title, servings, ingredients } = ChefProposal.parse(row.payload);
    const lines = ingredients.map(({ product, ...line }) => ({
      ...line,
      productId: product?.id ?? null,
    }));
    const cooked = { id: recipeId, title, servings, ingredients: lines };
    const { bookingIds } = await cookIn(client, who.householdId, cooked);
    await close(client, id, 'confirmed', bookingIds);
    return { bookingIds };
  });
}

/** @throws UserError 404; 409 when it was confirmed */
export async function rejectProposal(who: HouseholdContext, id: string): Promise<void> {
  await withHousehold(who, async (client) => {
    const row = await lock(client, id);
    if (row.status === 'confirmed') {
      throw new UserError('conflict', 'proposal-confirmed', {
        pl: 'Tę propozycję już potwierdzono. Cofnij zapisy w spiżarni.',
        en: 'This proposal was confirmed already. Undo its bookings in the pantry.',
      });
    }
    await close(client, id, 'rejected', null);
  });
}

async function lock(client: ClientBase, id: string): Promise<Row> {
  const { rows } = await client.query<Row>(
    `select id, payload, status, booking_ids, expires_at < now() as expired
     from chat_proposals where id = $1 for update`,
    [id],
  );
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiej propozycji.', en: 'There is no such proposal.' });
}

function requireOpen({ status, expired }: Row): void {
  if (status === 'rejected') {
    throw new UserError('conflict', 'proposal-rejected', {
      pl: 'Tę propozycję odrzucono.',
      en: 'This proposal was rejected.',
    });
  }
  if (expired) {
    throw new UserError('conflict', 'proposal-expired', {
      pl: 'Ta propozycja wygasła. Zapytaj jeszcze raz.',
      en: 'This proposal has expired. Ask again.',
    });
  }
}

async function close(
  client: ClientBase,
  id: string,
  status: 'confirmed' | 'rejected',
  bookingIds: readonly string[] | null,
): Promise<void> {
  await client.query('update chat_proposals set status = $2, booking_ids = $3 where id = $1', [
    id,
    status,
    bookingIds,
  ]);
}
