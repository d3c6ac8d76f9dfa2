import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { enqueue } from '#shared/database/outbox.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import * as store from './delivery-store.ts';
import type { Delivery } from './notification-schema.ts';
import { ownerId, type WebhookOwner } from './webhooks.ts';

/** After how many it goes on. */
const Place = z.int().check(z.minimum(1));

export async function deliveryLog(
  household: HouseholdContext,
  owner: WebhookOwner,
  { limit, cursor }: PageQuery,
): Promise<Page<Delivery>> {
  const after = readCursor(Place, cursor);
  const rows = await withHousehold(household, (client) =>
    store.selectDeliveries(client, ownerId(household, owner), limit + 1, after),
  );
  return toPage(rows, limit, deliveryOf, (row) => row.position);
}

/**
 * Sends again what was given up.
 * @throws UserError 404; 409 `delivery-not-failed` for what waits or was sent
 */
export async function retryDelivery(
  household: HouseholdContext,
  owner: WebhookOwner,
  id: string,
): Promise<Delivery> {
  const householdId = ownerId(household, owner);
  const delivery = await withHousehold(household, async (client) => {
    const isWaiting = await store.waitAgain(client, householdId, id);
    const found = await store.findDelivery(client, householdId, id);
    if (found === undefined) {
      throw notFound({ pl: 'Nie ma takiego powiadomienia.', en: 'There is no such delivery.' });
    }
    if (!isWaiting) throw notFailed();
    // Later than the end of this transaction: before it the delivery still counts as given up.
    await enqueue(client, 'delivery.due.soon', { deliveryId: id, householdId });
    return found;
  });
  await relayHousehold(household);
  return deliveryOf(delivery);
}

function notFailed(): UserError {
  return new UserError('conflict', 'delivery-not-failed', {
    pl: 'To powiadomienie czeka na wysłanie albo zostało już wysłane.',
    en: 'This delivery is still to be sent, or was sent already.',
  });
}

function deliveryOf(row: store.DeliveryRow): Delivery {
  const { id, channel, type, status, attempts, problem, createdAt, sentAt } = row;
  return {
    id,
    channel,
    type,
    status,
    attempts,
    problem,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}
