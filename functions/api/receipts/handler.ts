import { presignGet } from '#shared/clients/s3.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { receiptRoutes } from '#shared/receipts/api/receipt-routes.ts';
import { readReceipt } from '#shared/receipts/records/receipt-read.ts';
import { listReceipts } from '#shared/receipts/records/receipt-store.ts';
import { changeReceipt } from '#shared/receipts/review/receipt-change.ts';
import { confirmReceipt, removeReceipt } from '#shared/receipts/review/receipt-confirm.ts';
import { reviewReceipt } from '#shared/receipts/review/receipt-review.ts';
import { etag } from '#shared/versions/if-match.ts';

export const handler = endpoint(receiptRoutes, {
  listReceipts: async ({ household, query }) => reply(200, await listReceipts(household, query)),
  readReceipt: async ({ household, params }) => {
    const { receipt, version } = await readReceipt(household, params.receiptId, presignGet);
    return reply(200, receipt, { etag: etag(version) });
  },
  reviewReceipt: async ({ household, params, locale }) =>
    reply(200, await reviewReceipt(household, params.receiptId, locale)),
  changeReceipt: async (request) => {
    await changeReceipt(request, request.params.receiptId, request.body);
    const { household, params } = request;
    const { receipt, version } = await readReceipt(household, params.receiptId, presignGet);
    return reply(200, receipt, { etag: etag(version) });
  },
  confirmReceipt: async ({ household, params }) =>
    reply(200, { bookingIds: await confirmReceipt(household, params.receiptId) }),
  removeReceipt: async ({ household, params }) => {
    await removeReceipt(household, params.receiptId);
    return reply(204);
  },
});
