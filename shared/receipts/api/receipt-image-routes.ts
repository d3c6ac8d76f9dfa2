import { content } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';

/** Apart from the other routes of receipts: only these need the native packages that cut images. */
export const receiptImageRoutes = defineRoutes('receipt-images', {
  readItemImage: {
    method: 'GET',
    path: '/api/v2/receipts/{receiptId}/items/{itemId}/image',
    scope: 'read',
    summary: 'One line of a receipt as it was photographed.',
    problems: { 422: ['reading-over-limits'] },
    replies: { 200: content('image/jpeg') },
  },
});
