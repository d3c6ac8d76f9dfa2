import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import { pageOfMinimums, removeMinimum, setMinimum } from '#shared/shopping/minimums.ts';

export const handler = endpoint(minimumStockRoutes, {
  listMinimumStock: async ({ household }) => reply(200, await pageOfMinimums(household)),
  setMinimumStock: async ({ household, body, locale }) =>
    reply(200, await setMinimum(household, body, locale)),
  removeMinimumStock: async ({ household, params, locale }) => {
    await removeMinimum(household, params.minimumId, locale);
    return reply(204);
  },
});
