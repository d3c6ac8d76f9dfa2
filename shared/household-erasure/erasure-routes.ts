import { defineRoutes } from '#shared/entry/routes.ts';
import { ErasureQuery, HouseholdErasure } from './erasure-schema.ts';

export const erasureRoutes = defineRoutes('household-data', {
  eraseHousehold: {
    method: 'DELETE',
    path: '/api/v2/household',
    scope: 'write',
    signedIn: true,
    summary:
      'Erases the household with everything it has, for all of its members. Without `confirm` it only says what would be gone and gives a code that is good for a quarter of an hour. Owners only.',
    query: ErasureQuery,
    outside: true,
    problems: { 403: ['owners-only'], 409: ['confirmation-unknown'] },
    replies: { 202: HouseholdErasure },
  },
});
