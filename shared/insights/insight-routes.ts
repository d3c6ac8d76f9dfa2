import { defineRoutes } from '#shared/entry/routes.ts';
import {
  PriceQuery,
  Prices,
  Spending,
  SpendingQuery,
  Waste,
  WasteQuery,
} from './insight-schema.ts';

export const insightRoutes = defineRoutes('insights', {
  spending: {
    method: 'GET',
    path: '/api/v2/insights/spending',
    scope: 'read',
    summary: 'What was spent, by category, merchant, product or month, from confirmed receipts.',
    query: SpendingQuery,
    problems: { 422: ['invalid-period'] },
    replies: { 200: Spending },
  },
  waste: {
    method: 'GET',
    path: '/api/v2/insights/waste',
    scope: 'read',
    summary: 'What was thrown away and what it had cost, by product, category, reason or month.',
    query: WasteQuery,
    problems: { 422: ['invalid-period'] },
    replies: { 200: Waste },
  },
  prices: {
    method: 'GET',
    path: '/api/v2/insights/prices',
    scope: 'read',
    summary: 'What a product cost each time, per kilogram, litre or piece, newest first.',
    query: PriceQuery,
    problems: { 400: ['product-missing'], 422: ['invalid-period'] },
    replies: { 200: Prices },
  },
});
