import type { insightRoutes } from '#shared/insights/insight-routes.ts';
import type { ExamplesOf } from './example.ts';
import { ID, MILK, zloty } from './values.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

export const insightExamples: ExamplesOf<typeof insightRoutes> = {
  spending: {
    reply: {
      ...NOVEMBER,
      by: 'category',
      items: [{ key: 'milk', name: 'Mleko', total: zloty('41.88'), receipts: 6, lines: 12 }],
      totals: [zloty('41.88')],
      unconfirmed: 1,
    },
  },
  waste: {
    reply: {
      ...NOVEMBER,
      by: 'product',
      items: [
        {
          ...{ key: MILK.id, name: MILK.name },
          amounts: [{ value: '0.5', unit: 'l' }],
          value: [zloty('1.75')],
          times: 1,
          unpriced: 0,
        },
      ],
      totals: [zloty('1.75')],
    },
  },
  prices: {
    reply: {
      items: [
        {
          day: '2026-11-24',
          merchant: 'lidl',
          name: 'MLEKO 3,2% 1L',
          receiptId: ID.receipt,
          paid: zloty('6.98'),
          quantity: { value: '2', unit: 'l' },
          price: zloty('3.49'),
          per: 'l',
        },
      ],
      next: null,
      summary: [
        {
          per: 'l',
          times: 1,
          lowest: zloty('3.49'),
          median: zloty('3.49'),
          highest: zloty('3.49'),
          latest: zloty('3.49'),
        },
      ],
    },
  },
};
