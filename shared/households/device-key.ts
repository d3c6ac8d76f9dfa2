import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { GRANTED_SCOPES, type GrantedScope } from '#shared/context/household-context.ts';

const Scope = z.enum(GRANTED_SCOPES);

export const NewDeviceKey = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  scopes: z._default(
    z.array(Scope).check(z.minLength(1), z.maxLength(3)),
    () => ['read', 'write'] as GrantedScope[],
  ),
});
export type NewDeviceKey = z.infer<typeof NewDeviceKey>;

export const DeviceKey = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(Scope),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.nullable(z.iso.datetime()),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/** The only time the key itself is shown. */
export const MadeDeviceKey = z.extend(DeviceKey, { key: z.string() });
export type MadeDeviceKey = z.infer<typeof MadeDeviceKey>;

/** A new key: 256 random bits, with a prefix by which scanners of leaked secrets know it. */
export function makeKey(): string {
  return `fsk_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a key. It cannot be guessed, so a plain hash is enough (and can be looked up). */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
