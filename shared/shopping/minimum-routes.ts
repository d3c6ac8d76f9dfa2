import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { pageSchema } from '#shared/paging/page.ts';
import { MinimumView, NewMinimum } from './minimum-schema.ts';

const MINIMUMS = '/api/v2/minimum-stock';

export const minimumStockRoutes = defineRoutes('shopping-lists', {
  listMinimumStock: {
    method: 'GET',
    path: MINIMUMS,
    scope: 'read',
    summary: 'What is always to be at home, and what of it is missing.',
    replies: { 200: pageSchema(MinimumView) },
  },
  setMinimumStock: {
    method: 'POST',
    path: MINIMUMS,
    scope: 'write',
    summary:
      'Says how much of a product is always to be at home; what is missing adds itself to the newest list.',
    body: NewMinimum,
    problems: { 409: ['too-many-minimums'] },
    replies: { 200: pageSchema(MinimumView) },
  },
  removeMinimumStock: {
    method: 'DELETE',
    path: `${MINIMUMS}/{minimumId}`,
    scope: 'write',
    summary: 'Removes a minimum, and from the newest list what is missing of it.',
    params: z.object({ minimumId: z.uuid() }),
    replies: { 204: noBody },
  },
});
