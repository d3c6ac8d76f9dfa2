import type { docsRoutes } from '#shared/docs/docs-routes.ts';
import type { healthRoutes } from '#shared/health/health-routes.ts';
import type { metricRoutes } from '#shared/metrics/metric-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT } from './values.ts';

const WELL = { status: 'healthy', latencyMs: null };
const NOT_THERE = { status: 'not-configured', latencyMs: null };

export const systemExamples: ExamplesOf<
  typeof healthRoutes & typeof metricRoutes & typeof docsRoutes
> = {
  readHealth: {
    reply: {
      status: 'healthy',
      timestamp: BOUGHT_AT,
      version: '0.1.0',
      environment: 'prod',
      checks: {
        database: WELL,
        cache: WELL,
        orchestrator: WELL,
        llm: NOT_THERE,
        vector_store: WELL,
        storage: WELL,
        queue: WELL,
      },
    },
  },
  readLiveness: { reply: { status: 'alive' } },
  readMetrics: {
    reply: '# HELP redis_up Whether Redis answered just now.\n# TYPE redis_up gauge\nredis_up 1\n',
  },
  readDocument: { reply: { openapi: '3.1.0' } },
  readViewer: { reply: '<!doctype html>' },
  readViewerFile: {},
};
