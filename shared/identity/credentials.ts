import type { Caller } from '#shared/context/household-context.ts';
import { hashKey } from '#shared/households/device-key.ts';
import { findDeviceKey, identify } from './identity-store.ts';
import { grantedScopes } from './scopes.ts';
import type { VerifyToken } from './token.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * The caller that the headers of a request (names in lower case) authenticate, or `undefined`. An
 * invalid token is rejected even when a valid device key is sent with it.
 */
export async function findCaller(
  headers: Headers,
  verify: VerifyToken,
): Promise<Caller | undefined> {
  const authorization = headers.authorization;
  if (authorization !== undefined) return await byToken(authorization, verify);
  const key = headers['x-device-key'];
  return key === undefined ? undefined : await byDeviceKey(key);
}

async function byToken(authorization: string, verify: VerifyToken): Promise<Caller | undefined> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
  const subject = token === undefined ? undefined : await verify(token);
  if (subject === undefined) return undefined;
  const member = await identify(subject);
  if (member === undefined) return undefined;
  return {
    householdId: member.household_id,
    userId: member.user_id,
    role: member.role,
    scopes: grantedScopes(member.role, subject.scopes),
    via: 'token',
  };
}

async function byDeviceKey(key: string): Promise<Caller | undefined> {
  const holder = await findDeviceKey(hashKey(key));
  if (holder === undefined) return undefined;
  return {
    householdId: holder.household_id,
    userId: holder.user_id,
    role: holder.role,
    scopes: grantedScopes(holder.role, holder.scopes),
    via: 'device-key',
  };
}
