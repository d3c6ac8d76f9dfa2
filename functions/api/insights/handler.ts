import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { insightRoutes } from '#shared/insights/insight-routes.ts';
import { prices } from '#shared/insights/price-store.ts';
import { spending } from '#shared/insights/spending-store.ts';
import { waste } from '#shared/insights/waste-store.ts';

export const handler = endpoint(insightRoutes, {
  spending: async (request) => reply(200, await spending(request, request.query)),
  waste: async (request) => reply(200, await waste(request, request.query)),
  prices: async ({ household, query }) => reply(200, await prices(household, query)),
});
