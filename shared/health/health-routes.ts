import * as z from 'zod/mini';
import { defineRoutes } from '#shared/entry/routes.ts';
import { Health } from './health.ts';

export const healthRoutes = defineRoutes('health', {
  readHealth: {
    method: 'GET',
    path: '/health',
    scope: 'open',
    summary: 'How every part is; latencies and details only with a valid token.',
    replies: { 200: Health, 503: Health },
  },
  readLiveness: {
    method: 'GET',
    path: '/health/live',
    scope: 'open',
    isIdle: true,
    summary: 'Whether the API answers at all; checks nothing else.',
    replies: { 200: z.object({ status: z.literal('alive') }) },
  },
});
