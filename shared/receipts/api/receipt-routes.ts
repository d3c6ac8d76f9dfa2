import * as z from 'zod/mini';
import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery, pageSchema } from '#shared/paging/page.ts';
import {
  Confirmation,
  Receipt,
  ReceiptChange,
  ReceiptSummary,
  Review,
} from '#shared/receipts/records/receipt-schema.ts';

export const receiptRoutes = defineRoutes('receipts', {
  listReceipts: {
    method: 'GET',
    path: '/api/v2/receipts',
    scope: 'read',
    summary: 'The receipts of the household, newest first.',
    query: z.extend(PageQuery, { status: z.optional(z.enum(['done', 'needs-review'])) }),
    replies: { 200: pageSchema(ReceiptSummary) },
  },
  readReceipt: {
    method: 'GET',
    path: '/api/v2/receipts/{receiptId}',
    scope: 'read',
    summary: 'One receipt with its items, its image and the text that was read.',
    headers: { 200: ['etag'] },
    replies: { 200: Receipt },
  },
  reviewReceipt: {
    method: 'GET',
    path: '/api/v2/receipts/{receiptId}/review',
    scope: 'read',
    summary:
      'Only what a person should look at: the doubtful lines, each with its picture and what it may be.',
    replies: { 200: Review },
  },
  changeReceipt: {
    method: 'PATCH',
    path: '/api/v2/receipts/{receiptId}',
    scope: 'write',
    summary:
      'Corrects what was misread, adds what was missed and balances again; products are learned. Confirms too, when asked.',
    body: ReceiptChange,
    headers: { 200: ['etag'] },
    problems: {
      404: ['unknown-item'],
      409: ['already-stocked', 'date-missing', 'too-many-lines', 'too-many-lots', 'too-many-names'],
      422: [
        'unknown-category',
        'unknown-product',
        'item-twice',
        'date-in-future',
        'discount-over-value',
      ],
    },
    replies: { 200: Receipt },
  },
  confirmReceipt: {
    method: 'POST',
    path: '/api/v2/receipts/{receiptId}/confirm',
    scope: 'write',
    summary: 'Says that it is right and puts its food into the pantry.',
    problems: { 409: ['date-missing', 'too-many-lots'] },
    replies: { 200: Confirmation },
  },
  removeReceipt: {
    method: 'DELETE',
    path: '/api/v2/receipts/{receiptId}',
    scope: 'write',
    summary: 'Forgets a receipt and takes back what it put into the pantry.',
    replies: { 204: noBody },
  },
});
