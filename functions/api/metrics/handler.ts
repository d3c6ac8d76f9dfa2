import { awsJson } from '#shared/clients/aws-json.ts';
import * as redis from '#shared/clients/redis.ts';
import { openRedisPipeline } from '#shared/clients/redis-pipeline.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes } from '#shared/entry/reply.ts';
import { breakerGauges } from '#shared/metrics/breaker-gauges.ts';
import { CONTENT_TYPE } from '#shared/metrics/exposition.ts';
import { metricRoutes } from '#shared/metrics/metric-routes.ts';
import { queueDepths } from '#shared/metrics/queue-depths.ts';
import { type MetricsDeps, readMetrics } from '#shared/metrics/read-metrics.ts';
import { redisStore } from '#shared/resilience/redis-store.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';

const breakers = redisStore(redis);

const deps: MetricsDeps = {
  async askRedis(commands) {
    const ask = await openRedisPipeline();
    return await ask(commands, AbortSignal.timeout(waitMs()));
  },
  breakerStates: (seen) => breakerGauges(seen, breakers),
  queueDepths: () => queueDepths(awsJson),
  now: Date.now,
};

export const handler = endpoint(metricRoutes, {
  readMetrics: async () => bytes(200, await readMetrics(deps), { 'content-type': CONTENT_TYPE }),
});
