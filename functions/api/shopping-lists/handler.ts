import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import {
  addList,
  addListOfPlan,
  changeList,
  pageOfLists,
  readList,
  removeList,
  type ShownList,
} from '#shared/shopping/lists.ts';
import { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import { tickItems } from '#shared/shopping/tick-items.ts';

loadLexicon(); // The list of a plan asks it, and while a function starts its processor is faster.
export const handler = endpoint(shoppingRoutes, {
  listShoppingLists: async ({ household, query }) =>
    reply(200, await pageOfLists(household, query)),
  addShoppingList: async ({ household, body, locale }) =>
    added(await addList(household, body, locale)),
  addShoppingListOfPlan: async ({ household, params, body, locale }) =>
    added(await addListOfPlan(household, params.planId, body.title, locale)),
  readShoppingList: async ({ household, params }) => {
    const { list, etag } = await readList(household, params.listId);
    return reply(200, list, { etag });
  },
  changeShoppingList: async (request) => {
    const { list, etag } = await changeList(request, request.params.listId, request.body);
    return reply(200, list, { etag });
  },
  tickShoppingItems: async ({ household, params, body }) => {
    const { list, etag } = await tickItems(household, params.listId, body.ticks);
    return reply(200, list, { etag });
  },
  removeShoppingList: async ({ household, params }) => {
    await removeList(household, params.listId);
    return reply(204);
  },
});

function added({ list, etag }: ShownList) {
  return reply(201, list, { etag, location: `/api/v2/shopping-lists/${list.id}` });
}
