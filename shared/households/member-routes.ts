import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import { CreatedInvitation, Invitation, Joined, NewInvitation } from './invitation.ts';
import { Member, MemberChange } from './member.ts';

export const memberRoutes = defineRoutes('members', {
  listMembers: {
    method: 'GET',
    path: '/api/v2/household/members',
    scope: 'read',
    summary: 'Who signs in to this household, with their roles.',
    query: PageQuery,
    replies: { 200: pageSchema(Member) },
  },
  readMember: {
    method: 'GET',
    path: '/api/v2/household/members/{memberId}',
    scope: 'read',
    summary: 'One member.',
    headers: { 200: ['etag'] },
    replies: { 200: Member },
  },
  changeMember: {
    method: 'PATCH',
    path: '/api/v2/household/members/{memberId}',
    scope: 'write',
    signedIn: true,
    summary:
      'Gives a member another role or name; needs If-Match with the ETag of the member. Owners only, and one of them stays.',
    body: MemberChange,
    headers: { 200: ['etag'] },
    problems: { 403: ['owners-only'], 409: ['last-owner'] },
    replies: { 200: Member },
  },
  removeMember: {
    method: 'DELETE',
    path: '/api/v2/household/members/{memberId}',
    // A viewer may leave; of others the rule wants `write`.
    scope: 'read',
    signedIn: true,
    summary:
      'Removes a member (owners only), or lets the caller leave. Their tokens and device keys end at once; the last owner stays.',
    problems: { 403: ['owners-only'], 409: ['last-owner'] },
    replies: { 204: noBody },
  },
  createInvitation: {
    method: 'POST',
    path: '/api/v2/household/invitations',
    scope: 'write',
    signedIn: true,
    summary:
      'Makes a code with which one person joins the household within seven days. Owners only. This reply is the only one that shows it.',
    body: NewInvitation,
    secret: true,
    problems: { 403: ['owners-only'], 409: ['too-many-invitations'] },
    replies: { 201: CreatedInvitation },
  },
  listInvitations: {
    method: 'GET',
    path: '/api/v2/household/invitations',
    scope: 'read',
    signedIn: true,
    summary: 'The invitations that can still be accepted, without their codes. Owners only.',
    query: PageQuery,
    problems: { 403: ['owners-only'] },
    replies: { 200: pageSchema(Invitation) },
  },
  revokeInvitation: {
    method: 'DELETE',
    path: '/api/v2/household/invitations/{invitation}',
    scope: 'write',
    signedIn: true,
    summary: 'Takes an invitation back, by its id. Owners only.',
    params: z.object({ invitation: z.uuid() }),
    problems: { 403: ['owners-only'] },
    replies: { 204: noBody },
  },
  acceptInvitation: {
    method: 'POST',
    // The code. API Gateway wants one name for one place in a path, and above it holds the id.
    path: '/api/v2/household/invitations/{invitation}/accept',
    scope: 'read',
    signedIn: true,
    summary:
      'Joins the household of the code. A household in which the caller was alone waits until they leave this one.',
    params: z.object({ invitation: z.string().check(z.maxLength(100)) }),
    problems: {
      409: [
        'invitation-used',
        'invitation-expired',
        'already-member',
        'household-full',
        'last-owner',
      ],
      429: ['too-many-tries'],
    },
    replies: { 200: Joined },
  },
});
