import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV } from '#shared/env.ts';
import { readUsage } from '#shared/usage/read-usage.ts';
import { usageRoutes } from '#shared/usage/usage-routes.ts';

const configured = process.env[ENV.modelTokensPerDay];
const tokensPerDay = configured === undefined ? undefined : Number(configured);

export const handler = endpoint(usageRoutes, {
  readUsage: async ({ household, query }) =>
    reply(200, await readUsage(household, query, tokensPerDay)),
});
