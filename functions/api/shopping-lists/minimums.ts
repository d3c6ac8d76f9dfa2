import { handlersOf } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import { pageOfMinimums, removeMinimum, setMinimum } from '#shared/shopping/minimums.ts';

/** What is always to be at home: what is missing adds itself to a list. */
export const minimums = handlersOf(minimumStockRoutes, {
  listMinimumStock: async ({ household }) => reply(200, await pageOfMinimums(household)),
  setMinimumStock: async ({ household, body, locale }) =>
    reply(200, await setMinimum(household, body, locale)),
  removeMinimumStock: async ({ household, params, locale }) => {
    await removeMinimum(household, params.minimumId, locale);
    return reply(204);
  },
});
