import type { receiptImageRoutes } from '#shared/receipts/api/receipt-image-routes.ts';
import type { receiptRoutes } from '#shared/receipts/api/receipt-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID, MILK, zloty } from './values.ts';

const ITEM = {
  id: ID.item,
  line: 1,
  name: 'MLEKO 3,2% 1L',
  product: MILK,
  category: 'milk',
  printed: { brand: null, fatPercent: 3.2, package: { count: 1, value: '1', unit: 'l' } },
  kind: 'food',
  quantity: { value: '2', unit: 'szt' },
  unitPrice: zloty('3.49'),
  gross: zloty('6.98'),
  discount: zloty('0.00'),
  net: zloty('6.98'),
  vat: 'C',
  confidence: 0.98,
  reasons: [],
  repairs: [],
};
const SUMMARY = {
  id: ID.receipt,
  status: 'done',
  merchant: {
    name: 'Lidl sp. z o.o. sp. k.',
    chain: 'lidl',
    nip: '7811897358',
    address: 'ul. Poznańska 48, Jankowice',
  },
  purchasedAt: '2026-11-24T11:02:00+01:00',
  total: zloty('6.98'),
  balance: { ok: true, difference: zloty('0.00') },
  uploadId: ID.upload,
};
const RECEIPT = {
  ...SUMMARY,
  receiptNumber: '004512',
  currency: 'PLN',
  items: [ITEM],
  deposits: [{ name: 'KAUCJA', amount: zloty('0.50') }],
  taxes: [{ letter: 'C', rate: 5, amount: zloty('0.33') }],
  payment: 'card',
  reasons: [],
  reading: { engine: 'tesseract', variant: 'plain', text: 'MLEKO 3,2% 1L 2 x3,49 6,98C' },
  image: {
    url: `https://uploads.example.com/uploads/${ID.household}/${ID.upload}?X-Amz-Signature=1a2b`,
  },
  duplicateOf: null,
  stockedAt: BOUGHT_AT,
};

export const receiptExamples: ExamplesOf<typeof receiptRoutes & typeof receiptImageRoutes> = {
  listReceipts: { reply: { items: [SUMMARY], next: null } },
  readReceipt: { reply: RECEIPT },
  reviewReceipt: {
    reply: {
      receiptId: ID.receipt,
      status: 'needs-review',
      reasons: ['does-not-balance'],
      total: zloty('6.98'),
      balance: { ok: false, difference: zloty('-1.00') },
      lines: [
        {
          ...ITEM,
          confidence: 0.41,
          reasons: ['uncertain-product'],
          image: `/api/v2/receipts/${ID.receipt}/items/${ID.item}/image`,
          candidates: [{ ...MILK, score: 0.62 }],
        },
      ],
    },
  },
  changeReceipt: {
    body: {
      date: '2026-11-24',
      items: [{ id: ID.item, product: { id: MILK.id }, gross: '6.98' }],
      add: [{ name: 'CHLEB ŻYTNI', gross: '5.29' }],
    },
    reply: RECEIPT,
  },
  confirmReceipt: { reply: { bookingIds: [ID.booking] } },
  removeReceipt: {},
  readItemImage: {},
};
