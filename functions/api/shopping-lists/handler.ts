import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { changeList, pageOfLists, readList, removeList } from '#shared/shopping/lists.ts';
import { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import { addList, addListOfPlan } from '#shared/shopping/new-lists.ts';
import { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import { tickItems } from '#shared/shopping/tick-items.ts';
import { minimums } from './minimums.ts';
import { added, inForm, shown } from './replies.ts';

loadLexicon(); // The list of a plan asks it, and while a function starts its processor is faster.
export const handler = endpoint(
  { ...shoppingRoutes, ...minimumStockRoutes },
  {
    ...minimums,
    listShoppingLists: async ({ household, query, locale }) =>
      reply(200, await pageOfLists(household, query, locale)),
    addShoppingList: async ({ household, body, locale }) =>
      added(await addList(household, body, locale)),
    addShoppingListOfPlan: async ({ household, params, body, locale }) =>
      added(await addListOfPlan(household, params.planId, body.title, locale)),
    readShoppingList: async ({ household, params, locale, wants }) =>
      inForm(await readList(household, params.listId, locale), locale, wants),
    changeShoppingList: async (request) =>
      shown(await changeList(request, request.params.listId, request.body)),
    tickShoppingItems: async ({ household, params, body }) =>
      shown(await tickItems(household, params.listId, body.ticks)),
    removeShoppingList: async ({ household, params }) => {
      await removeList(household, params.listId);
      return reply(204);
    },
  },
);
