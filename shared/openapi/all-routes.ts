import { alertRoutes } from '#shared/alerts/alert-routes.ts';
import { backupRoutes } from '#shared/backup/backup-routes.ts';
import { calendarRoutes } from '#shared/calendar/calendar-routes.ts';
import { chatRoutes } from '#shared/chat/chat-routes.ts';
import { knowledgeRoutes } from '#shared/cited-answers/knowledge-routes.ts';
import { docsRoutes } from '#shared/docs/docs-routes.ts';
import { documentRoutes } from '#shared/documents/document-routes.ts';
import type { Route } from '#shared/entry/routes.ts';
import { healthRoutes } from '#shared/health/health-routes.ts';
import { erasureRoutes } from '#shared/household-erasure/erasure-routes.ts';
import { exportRoutes } from '#shared/household-export/export-routes.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import { memberRoutes } from '#shared/households/member-routes.ts';
import { insightRoutes } from '#shared/insights/insight-routes.ts';
import { mealPlanRoutes } from '#shared/meal-plans/api/plan-routes.ts';
import { metricRoutes } from '#shared/metrics/metric-routes.ts';
import { notificationRoutes } from '#shared/notifications/notification-routes.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import { productRoutes } from '#shared/products/product-routes.ts';
import { profileRoutes } from '#shared/profiles/profile-routes.ts';
import { receiptImageRoutes } from '#shared/receipts/api/receipt-image-routes.ts';
import { receiptRoutes } from '#shared/receipts/api/receipt-routes.ts';
import { recipeRoutes } from '#shared/recipes/recipe-routes.ts';
import { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { usageRoutes } from '#shared/usage/usage-routes.ts';
import { weatherRoutes } from '#shared/weather/weather-routes.ts';

/**
 * The tables of routes, in the order of the document: the only list of them. `cdk/api.ts` has one entry
 * for each endpoint named here, which its type checks.
 */
const ROUTE_TABLES = [
  uploadRoutes,
  receiptRoutes,
  receiptImageRoutes,
  pantryRoutes,
  insightRoutes,
  productRoutes,
  recipeRoutes,
  documentRoutes,
  mealPlanRoutes,
  shoppingRoutes,
  minimumStockRoutes,
  calendarRoutes,
  chatRoutes,
  knowledgeRoutes,
  weatherRoutes,
  profileRoutes,
  householdRoutes,
  memberRoutes,
  exportRoutes,
  erasureRoutes,
  backupRoutes,
  usageRoutes,
  alertRoutes,
  notificationRoutes,
  healthRoutes,
  metricRoutes,
  docsRoutes,
];

type EndpointOf<Table> =
  Table extends Readonly<Record<string, { readonly endpoint: infer Name extends string }>>
    ? Name
    : never;

/** Folders of `functions/api/` that handle routes. */
export type EndpointName = EndpointOf<(typeof ROUTE_TABLES)[number]>;

/** Every route of the API. */
export const allRoutes: readonly Route[] = ROUTE_TABLES.flatMap((routes) =>
  Object.values<Route>(routes),
);

/** The routes that an endpoint handles. */
export function routesOf(endpoint: string): readonly Route[] {
  return allRoutes.filter((route) => route.endpoint === endpoint);
}
