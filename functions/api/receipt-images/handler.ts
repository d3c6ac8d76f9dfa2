import { readObject } from '#shared/clients/s3.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { bytes } from '#shared/entry/reply.ts';
import { receiptImageRoutes } from '#shared/receipts/api/receipt-image-routes.ts';
import { itemImage } from '#shared/receipts/records/item-image.ts';
import { sandboxedCutter } from './sandboxed-cutter.ts';

const cutOut = sandboxedCutter();

export const handler = endpoint(receiptImageRoutes, {
  readItemImage: async ({ household, params }) =>
    bytes(200, await itemImage(household, params, readObject, cutOut), {
      'content-type': 'image/jpeg',
      // The original never changes, and a line does not move on it.
      'cache-control': 'private, max-age=86400',
    }),
});
