import type { docsRoutes } from '#shared/docs/docs-routes.ts';
import type { healthRoutes } from '#shared/health/health-routes.ts';
import type { metricRoutes } from '#shared/metrics/metric-routes.ts';
import type { usageRoutes } from '#shared/usage/usage-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT } from './values.ts';

const WELL = { status: 'healthy', latencyMs: null };
const NOT_THERE = { status: 'not-configured', latencyMs: null };

const USED = {
  requests: 61,
  ...{ modelCalls: 8, inputTokens: 13_900, outputTokens: 1_300, backgroundTokens: 4_000 },
  ...{ ocrPages: 3, storedBytes: 9_400_000 },
};

export const systemExamples: ExamplesOf<
  typeof healthRoutes & typeof usageRoutes & typeof metricRoutes & typeof docsRoutes
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
  readUsage: {
    reply: {
      ...{ from: '2026-10-25', to: '2026-11-24' },
      days: [{ day: '2026-11-24', ...USED }],
      months: [{ month: '2026-11', ...USED }],
      storage: { files: 12, bytes: 48_000_000 },
      budgets: {
        modelTokensPerDay: {
          ...{ limit: 200_000, used: 15_200, reserved: 0, left: 184_800 },
          resetsAt: '2026-11-24T23:00:00Z',
        },
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
