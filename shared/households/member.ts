import * as z from 'zod/mini';
import { type HouseholdContext, Role } from '#shared/context/household-context.ts';
import { missingScope } from '#shared/errors/missing-scope.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { ShortText } from './person.ts';

/** Somebody who signs in to the household. Who eats there is a person (person.ts). */
export const Member = z.object({
  id: z.uuid(),
  /** What an owner calls them; a token does not say it. */
  name: z.nullable(z.string()),
  role: Role,
  joinedAt: z.iso.datetime(),
  /** Whether this is the caller. */
  you: z.boolean(),
});
export type Member = z.infer<typeof Member>;

/** Omitted fields stay unchanged. */
export const MemberChange = z.strictObject({
  role: z.optional(Role),
  name: z.optional(z.nullable(ShortText)),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** @throws UserError 403 */
export function requireOwner(role: Role): void {
  if (role === 'owner') return;
  throw new UserError('forbidden', 'owners-only', {
    pl: 'To może zrobić tylko właściciel gospodarstwa.',
    en: 'Only an owner of the household may do this.',
  });
}

/**
 * Leaving is writing, which the token of a viewer never allows: they may leave all the same.
 * @throws UserError 403 for a token that only reads, of somebody who may do more
 */
export function requireMayLeave({ role, scopes }: HouseholdContext): void {
  if (role === 'viewer' || scopes.includes('write')) return;
  throw missingScope('write');
}

/** A household always has somebody who may decide about it. */
export function lastOwner(): UserError {
  return new UserError('conflict', 'last-owner', {
    pl: 'To jedyny właściciel. Najpierw uczyń właścicielem kogoś innego.',
    en: 'This is the only owner. Make somebody else an owner first.',
  });
}
