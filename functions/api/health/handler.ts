import { awsJson } from '#shared/clients/aws-json.ts';
import { sendAwsRequest } from '#shared/clients/aws-request.ts';
import * as redis from '#shared/clients/redis.ts';
import { redisSecret } from '#shared/clients/secrets.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { RETRY_AFTER } from '#shared/errors/service-away.ts';
import { checkHealth, withoutDetails } from '#shared/health/health.ts';
import { healthRoutes } from '#shared/health/health-routes.ts';
import { probesOf } from '#shared/health/probes.ts';
import { isBearer } from '#shared/identity/bearer.ts';
import { redisStore } from '#shared/resilience/redis-store.ts';

const about = { version: requireEnv(ENV.version), environment: requireEnv(ENV.stage) };

const breakers = redisStore(redis);
const probes = probesOf({ awsJson, breakers, sendAwsRequest, redisSecret });

export const handler = endpoint(healthRoutes, {
  readHealth: async ({ headers }) => {
    const [full, known] = await Promise.all([checkHealth(probes, about), isBearer(headers)]);
    const health = known ? full : withoutDetails(full);
    if (health.status !== 'unhealthy') return reply(200, health);
    return reply(503, health, { 'retry-after': String(RETRY_AFTER) });
  },
  readLiveness: async () => reply(200, { status: 'alive' }),
});
