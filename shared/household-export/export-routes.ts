import { defineRoutes } from '#shared/entry/routes.ts';
import { HouseholdExport } from './export-schema.ts';

/** Owners only, and signed in: a stolen device must not take everything along. */
export const exportRoutes = defineRoutes('household-data', {
  exportHousehold: {
    method: 'GET',
    path: '/api/v2/household/export',
    scope: 'read',
    signedIn: true,
    summary:
      'Starts to write everything the household has into zip files, or shows what was started within the last hour. Owners only; five a day.',
    outside: true,
    headers: { 202: ['location'] },
    problems: { 403: ['owners-only'], 429: ['too-many-exports'] },
    replies: { 202: HouseholdExport },
  },
  readExport: {
    method: 'GET',
    path: '/api/v2/household/export/{exportId}',
    scope: 'read',
    signedIn: true,
    summary:
      'How far an export is, and where its archives can be downloaded within a week. Owners only.',
    problems: { 403: ['owners-only'] },
    replies: { 200: HouseholdExport },
  },
});
