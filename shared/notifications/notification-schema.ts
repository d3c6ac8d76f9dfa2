import * as z from 'zod/mini';
import { pageSchema } from '#shared/paging/page.ts';
import { Instant } from '#shared/schemas/instant.ts';

/** Within so many days food must expire to be told of. */
const ExpiryDays = z.int().check(z.minimum(0), z.maximum(30));

/** Without `expiryDays` nobody is reminded of food. */
export const NewWebhook = z.strictObject({
  url: z.string().check(z.minLength(3), z.maxLength(2000)),
  expiryDays: z.optional(ExpiryDays),
});
export type NewWebhook = z.infer<typeof NewWebhook>;

export const Webhook = z.object({
  url: z.string(),
  expiryDays: z.nullable(ExpiryDays),
  createdAt: Instant,
});
export type Webhook = z.infer<typeof Webhook>;

/** The only reply that shows the key with which what is sent is signed. */
export const CreatedWebhook = z.extend(Webhook, { secret: z.string() });
export type CreatedWebhook = z.infer<typeof CreatedWebhook>;

export const DeliveryStatus = z.enum(['waiting', 'sent', 'failed']);

/** Something that a target was told, or is still to be told. */
export const Delivery = z.object({
  id: z.uuid(),
  channel: z.enum(['webhook']),
  type: z.string(),
  status: DeliveryStatus,
  attempts: z.int().check(z.minimum(0)),
  /** Why the last attempt failed: `timeout`, `status-500`. */
  problem: z.nullable(z.string()),
  createdAt: Instant,
  sentAt: z.nullable(Instant),
});
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryLog = pageSchema(Delivery);
