import { awsJson } from '#shared/clients/aws-json.ts';
import { sendAwsRequest } from '#shared/clients/aws-request.ts';
import * as redis from '#shared/clients/redis.ts';
import { modelServerKey, redisSecret } from '#shared/clients/secrets.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { RETRY_AFTER } from '#shared/errors/service-away.ts';
import { checkHealth, withoutDetails } from '#shared/health/health.ts';
import { healthRoutes } from '#shared/health/health-routes.ts';
import { probesOf } from '#shared/health/probes.ts';
import { recentHealth } from '#shared/health/recent-health.ts';
import { isBearer } from '#shared/identity/bearer.ts';
import { redisStore } from '#shared/resilience/redis-store.ts';

const about = { version: requireEnv(ENV.version), environment: requireEnv(ENV.stage) };

const breakers = redisStore(redis);
const probes = probesOf({ awsJson, breakers, sendAwsRequest, redisSecret, modelServerKey });
const findHealth = recentHealth(() => checkHealth(probes, about));

export const handler = endpoint(healthRoutes, {
  readHealth: async ({ headers }) => {
    const [full, known] = await Promise.all([findHealth(), isBearer(headers)]);
    const health = known ? full : withoutDetails(full);
    if (health.status !== 'unhealthy') return reply(200, health);
    return reply(503, health, { 'retry-after': String(RETRY_AFTER) });
  },
  readLiveness: async () => reply(200, { status: 'alive' }),
});
