import * as z from 'zod/mini';
import { defineRoutes } from '#shared/entry/routes.ts';

export const metricRoutes = defineRoutes('metrics', {
  readMetrics: {
    method: 'GET',
    path: '/metrics',
    scope: 'admin',
    summary:
      'Counters, histograms and gauges of the installation in Prometheus’ text format 0.0.4.',
    replies: { 200: { media: { 'text/plain': z.string() } } },
  },
});
