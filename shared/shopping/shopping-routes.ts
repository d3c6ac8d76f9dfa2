import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import {
  FromPlan,
  NewShoppingList,
  ShoppingListChange,
  ShoppingListView,
  Ticks,
} from './shopping-schema.ts';

const LISTS = '/api/v2/shopping-lists';
const LIST = `${LISTS}/{listId}`;
const params = z.object({ listId: z.uuid() });
const TOO_MANY = ['too-many-lists', 'too-many-items'];

export const shoppingRoutes = defineRoutes('shopping-lists', {
  listShoppingLists: {
    method: 'GET',
    path: LISTS,
    scope: 'read',
    summary: 'The shopping lists of the household, newest first.',
    query: PageQuery,
    replies: { 200: pageSchema(ShoppingListView) },
  },
  addShoppingList: {
    method: 'POST',
    path: LISTS,
    scope: 'write',
    summary: 'Makes a shopping list of what is named.',
    body: NewShoppingList,
    headers: { 201: ['etag', 'location'] },
    problems: { 409: TOO_MANY },
    replies: { 201: ShoppingListView },
  },
  addShoppingListOfPlan: {
    method: 'POST',
    path: `${LISTS}/from-plan/{planId}`,
    scope: 'write',
    summary:
      'Makes the list of a plan: what its meals need and the pantry has not, in whole packs.',
    params: z.object({ planId: z.uuid() }),
    body: FromPlan,
    headers: { 201: ['etag', 'location'] },
    problems: {
      404: ['unknown-person', 'unknown-recipe'],
      409: [...TOO_MANY, 'plan-infeasible'],
      422: ['nobody-eats', 'too-many-terms'],
    },
    replies: { 201: ShoppingListView },
  },
  readShoppingList: {
    method: 'GET',
    path: LIST,
    scope: 'read',
    summary:
      'One shopping list; to print or send on with `Accept: text/plain`, as to-dos with `text/calendar`.',
    params,
    headers: { 200: ['etag'] },
    replies: { 200: ShoppingListView },
    alternatives: { 'text/plain': z.string(), 'text/calendar': z.string() },
  },
  changeShoppingList: {
    method: 'PATCH',
    path: LIST,
    scope: 'write',
    summary: 'Adds and removes items; needs If-Match with its ETag.',
    params,
    body: ShoppingListChange,
    headers: { 200: ['etag'] },
    problems: { 409: ['too-many-items'] },
    replies: { 200: ShoppingListView },
  },
  tickShoppingItems: {
    method: 'POST',
    path: `${LIST}/ticks`,
    scope: 'write',
    summary:
      'Ticks items, each tick once whoever sends it how often; may put them into the pantry.',
    params,
    body: Ticks,
    headers: { 200: ['etag'] },
    problems: { 404: ['unknown-item'], 409: ['too-many-lots'], 422: ['amount-unknown'] },
    replies: { 200: ShoppingListView },
  },
  removeShoppingList: {
    method: 'DELETE',
    path: LIST,
    scope: 'write',
    summary: 'Removes a shopping list; what went into the pantry stays there.',
    params,
    replies: { 204: noBody },
  },
});
