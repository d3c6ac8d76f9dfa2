import type { memberRoutes } from '#shared/households/member-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const MEMBER = { id: ID.user, name: 'Ola', role: 'owner', joinedAt: BOUGHT_AT, you: true };
const INVITATION = {
  id: ID.invitation,
  role: 'member',
  name: 'Babcia',
  createdAt: BOUGHT_AT,
  expiresAt: '2026-12-01T10:15:00.000Z',
};
const CODE = 'fsi_<32 letters>';

export const memberExamples: ExamplesOf<typeof memberRoutes> = {
  listMembers: { reply: { items: [MEMBER], next: null } },
  readMember: { reply: MEMBER },
  changeMember: { body: { name: 'Ola' }, reply: MEMBER },
  removeMember: {},
  createInvitation: {
    body: { role: 'member', name: 'Babcia' },
    reply: {
      ...INVITATION,
      code: CODE,
      url: `/api/v2/household/invitations/${CODE}/accept`,
    },
  },
  listInvitations: { reply: { items: [INVITATION], next: null } },
  revokeInvitation: {},
  acceptInvitation: { reply: { householdId: ID.household, userId: ID.user, role: 'member' } },
};
