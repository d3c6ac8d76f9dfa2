import type { erasureRoutes } from '#shared/household-erasure/erasure-routes.ts';
import type { exportRoutes } from '#shared/household-export/export-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const STARTED = {
  exportId: ID.request,
  status: 'running',
  files: { written: 0, of: 0 },
  archives: [],
  startedAt: BOUGHT_AT,
  expiresAt: '2026-12-01T10:15:00.000Z',
};

export const householdDataExamples: ExamplesOf<typeof exportRoutes & typeof erasureRoutes> = {
  exportHousehold: { reply: STARTED },
  readExport: {
    reply: {
      ...STARTED,
      status: 'done',
      files: { written: 398, of: 398 },
      archives: [
        {
          name: 'foodsave-2026-11-24.zip',
          size: 48_210_331,
          url: `https://uploads.example.com/exports/${ID.household}/${ID.request}/foodsave-2026-11-24.zip?X-Amz-Signature=1a2b`,
        },
      ],
    },
  },
  eraseHousehold: {
    reply: {
      status: 'awaiting-confirmation',
      confirm: ID.request,
      expiresAt: '2026-11-24T10:30:00.000Z',
      contents: {
        members: 2,
        people: 3,
        receipts: 398,
        lots: 61,
        recipes: 12,
        documents: 4,
        mealPlans: 5,
        shoppingLists: 3,
        conversations: 27,
        files: 402,
      },
    },
  },
};
