import { endpoint } from '#shared/entry/endpoint.ts';
import { etag } from '#shared/entry/etag.ts';
import { reply } from '#shared/entry/reply.ts';
import { changeReceipt } from '#shared/receipts/receipt-change.ts';
import { confirmReceipt, removeReceipt } from '#shared/receipts/receipt-confirm.ts';
import { readReceipt } from '#shared/receipts/receipt-read.ts';
import { reviewReceipt } from '#shared/receipts/receipt-review.ts';
import { receiptRoutes } from '#shared/receipts/receipt-routes.ts';
import { pageOfReceipts } from '#shared/receipts/receipt-store.ts';

export const handler = endpoint(receiptRoutes, {
  listReceipts: async ({ household, query }) => reply(200, await pageOfReceipts(household, query)),
  readReceipt: async ({ household, params }) => {
    const { receipt, version } = await readReceipt(household, params.receiptId);
    return reply(200, receipt, { etag: etag(version) });
  },
  reviewReceipt: async ({ household, params, locale }) =>
    reply(200, await reviewReceipt(household, params.receiptId, locale)),
  changeReceipt: async (request) => {
    await changeReceipt(request, request.params.receiptId, request.body);
    const { receipt, version } = await readReceipt(request.household, request.params.receiptId);
    return reply(200, receipt, { etag: etag(version) });
  },
  confirmReceipt: async ({ household, params }) =>
    reply(200, { bookingIds: await confirmReceipt(household, params.receiptId) }),
  removeReceipt: async ({ household, params }) => {
    await removeReceipt(household, params.receiptId);
    return reply(204);
  },
});
