import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { Role } from '#shared/context/household-context.ts';
import { unauthorized } from '#shared/errors/unauthorized.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { lastOwner } from './member.ts';
import { ShortText } from './person.ts';

export const NewInvitation = z.strictObject({
  role: Role,
  /** What the household will call whoever accepts it. */
  name: z._default(z.nullable(ShortText), null),
});
export type NewInvitation = z.infer<typeof NewInvitation>;

export const Invitation = z.object({
  id: z.uuid(),
  role: Role,
  name: z.nullable(z.string()),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;

/** The only reply that shows the code. `url` is the path that accepts it. */
export const CreatedInvitation = z.extend(Invitation, { code: z.string(), url: z.string() });
export type CreatedInvitation = z.infer<typeof CreatedInvitation>;

/** The membership that an invitation led to. */
export const Joined = z.object({
  householdId: z.uuid(),
  userId: z.uuid(),
  role: Role,
});
export type Joined = z.infer<typeof Joined>;

/** Long enough for a letter to be answered, short enough for a lost one to become worthless. */
export const VALID_DAYS = 7;
/** Open ones of a household at a time. */
export const MAX_OPEN = 20;

/** A new code: 192 random bits, with a prefix that secret scanners recognise. */
export function generateCode(): string {
  return `fsi_${randomBytes(24).toString('base64url')}`;
}

/** Why `accept_invitation` (0092-members.sql) refused. */
export const Refusal = z.enum([
  'unknown',
  'gone',
  'used',
  'expired',
  'already-member',
  'full',
  'last-owner',
]);
export type Refusal = z.infer<typeof Refusal>;

/** What is said to somebody whose code was refused. */
export function refusedCode(refusal: Refusal): UserError {
  switch (refusal) {
    case 'unknown':
      return new UserError('not-found', 'not-found', {
        pl: 'Nie ma takiego zaproszenia albo je wycofano.',
        en: 'There is no such invitation, or it was taken back.',
      });
    case 'gone':
      return unauthorized();
    case 'used':
      return new UserError('conflict', 'invitation-used', {
        pl: 'Ktoś już skorzystał z tego zaproszenia.',
        en: 'Somebody has used this invitation already.',
      });
    case 'expired':
      return new UserError('conflict', 'invitation-expired', {
        pl: 'To zaproszenie straciło ważność. Poproś o nowe.',
        en: 'This invitation has expired. Ask for a new one.',
      });
    case 'already-member':
      return new UserError('conflict', 'already-member', {
        pl: 'Należysz już do tego gospodarstwa.',
        en: 'You belong to this household already.',
      });
    case 'full':
      return new UserError('conflict', 'household-full', {
        pl: 'To gospodarstwo ma już najwięcej domowników, ile może.',
        en: 'This household has as many members as it may have.',
      });
    case 'last-owner':
      return lastOwner();
  }
}
