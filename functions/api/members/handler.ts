import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import * as invitations from '#shared/households/invitation-store.ts';
import { memberRoutes } from '#shared/households/member-routes.ts';
import * as members from '#shared/households/member-store.ts';
import { etag } from '#shared/versions/if-match.ts';

export const handler = endpoint(memberRoutes, {
  listMembers: async ({ household, query }) =>
    reply(200, await members.listMembers(household, query)),
  readMember: async ({ household, params }) => {
    const { member, version } = await members.readMember(household, params.memberId);
    return reply(200, member, { etag: etag(version) });
  },
  changeMember: async (request) => {
    const { memberId } = request.params;
    const { member, version } = await members.changeMember(request, memberId, request.body);
    return reply(200, member, { etag: etag(version) });
  },
  removeMember: async ({ household, params }) => {
    await members.removeMember(household, params.memberId);
    return reply(204);
  },
  createInvitation: async ({ household, body }) =>
    reply(201, await invitations.createInvitation(household, body)),
  listInvitations: async ({ household, query }) =>
    reply(200, await invitations.listInvitations(household, query)),
  revokeInvitation: async ({ household, params }) => {
    await invitations.revokeInvitation(household, params.invitation);
    return reply(204);
  },
  acceptInvitation: async ({ household, params }) =>
    reply(200, await invitations.acceptInvitation(household, params.invitation)),
});
