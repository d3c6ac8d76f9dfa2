import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { CreatedWebhook, NewWebhook, Webhook } from './notification-schema.ts';
import { shownKey, signingKey } from './signature.ts';
import { deleteTarget, replaceTarget, selectTargets, type TargetRow } from './target-store.ts';
import { requireWebhookAddress } from './webhook-address.ts';

/** Whose webhook: a household's own, or that of the installation, which its operators share. */
export type WebhookOwner = 'household' | 'installation';

/** Null for the installation. */
export function ownerId(household: HouseholdContext, owner: WebhookOwner): string | null {
  return owner === 'household' ? household.householdId : null;
}

/** @throws UserError 404 */
export async function readWebhook(
  household: HouseholdContext,
  owner: WebhookOwner,
): Promise<Webhook> {
  const targets = await withHousehold(household, (client) =>
    selectTargets(client, ownerId(household, owner)),
  );
  const webhook = targets.find(({ channel }) => channel === 'webhook');
  if (webhook === undefined) throw noWebhook();
  return webhookOf(webhook);
}

/** Sets it, or puts another with another key in its place. @throws UserError 422 for an address that is refused */
export async function setWebhook(
  household: HouseholdContext,
  owner: WebhookOwner,
  { url, expiryDays }: NewWebhook,
  masterKey: () => Promise<string>,
): Promise<CreatedWebhook> {
  requireWebhookAddress(url);
  const key = await masterKey();
  const target = await withHousehold(household, (client) =>
    replaceTarget(client, ownerId(household, owner), 'webhook', {
      address: url,
      expiryDays: expiryDays ?? null,
    }),
  );
  return { ...webhookOf(target), secret: shownKey(signingKey(key, target.id)) };
}

/** @throws UserError 404 */
export async function removeWebhook(
  household: HouseholdContext,
  owner: WebhookOwner,
): Promise<void> {
  const isRemoved = await withHousehold(household, (client) =>
    deleteTarget(client, ownerId(household, owner), 'webhook'),
  );
  if (!isRemoved) throw noWebhook();
}

function webhookOf({ address, expiryDays, createdAt }: TargetRow): Webhook {
  return { url: address, expiryDays, createdAt: createdAt.toISOString() };
}

function noWebhook() {
  return notFound({ pl: 'Nie ustawiono adresu powiadomień.', en: 'There is no webhook.' });
}
