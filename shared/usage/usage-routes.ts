import { defineRoutes } from '#shared/entry/routes.ts';
import { Usage, UsageQuery } from './usage-schema.ts';

export const usageRoutes = defineRoutes('usage', {
  readUsage: {
    method: 'GET',
    path: '/api/v2/usage',
    scope: 'admin',
    summary:
      'What the household used by day and month: requests, tokens of models, pages read, bytes stored; and what is left of its budgets.',
    query: UsageQuery,
    problems: { 422: ['invalid-period', 'period-too-long'] },
    replies: { 200: Usage },
  },
});
