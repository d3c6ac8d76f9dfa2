import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes, reply } from '#shared/entry/reply.ts';
import { loadLexicon } from '#shared/safety/lexicon.ts';
import { listForm } from '#shared/shopping/list-forms.ts';
import { changeList, pageOfLists, readList, removeList } from '#shared/shopping/lists.ts';
import { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import { addList, addListOfPlan } from '#shared/shopping/new-lists.ts';
import { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import type { ShownList } from '#shared/shopping/show-list.ts';
import { tickItems } from '#shared/shopping/tick-items.ts';
import { minimums } from './minimums.ts';

const shown = ({ list, etag }: ShownList) => reply(200, list, { etag });
const added = ({ list, etag }: ShownList) =>
  reply(201, list, { etag, location: `/api/v2/shopping-lists/${list.id}` });

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
    readShoppingList: async ({ household, params, locale, wants }) => {
      const read = await readList(household, params.listId, locale);
      const form = listForm(read.list, locale, wants);
      if (form === undefined) return shown(read);
      return bytes(200, form.body, { etag: read.etag, 'content-type': form.type });
    },
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
