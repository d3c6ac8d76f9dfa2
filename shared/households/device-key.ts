import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { GrantedScope } from '#shared/context/household-context.ts';
import { words } from '#shared/schemas/words.ts';

export const NewDeviceKey = z.strictObject({
  name: words(100),
  scopes: z._default(
    z.array(GrantedScope).check(z.minLength(1), z.maxLength(3)),
    () => ['read', 'write'] as GrantedScope[],
  ),
});
export type NewDeviceKey = z.infer<typeof NewDeviceKey>;

export const DeviceKey = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(GrantedScope),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/** The only reply that shows the key itself. */
export const CreatedDeviceKey = z.extend(DeviceKey, { key: z.string() });
export type CreatedDeviceKey = z.infer<typeof CreatedDeviceKey>;

/** A new key: 256 random bits, with a prefix that secret scanners recognise. */
export function generateKey(): string {
  return `fsk_${randomBytes(32).toString('base64url')}`;
}

/** The stored hash of a key, an invitation's code or a calendar's token. What is random cannot be guessed, so
 * an unsalted hash is enough, and can be looked up. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
