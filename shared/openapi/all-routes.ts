import { chatRoutes } from '#shared/chat/chat-routes.ts';
import { docsRoutes } from '#shared/docs/docs-routes.ts';
import type { Route } from '#shared/entry/routes.ts';
import { healthRoutes } from '#shared/health/health-routes.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import { insightRoutes } from '#shared/insights/insight-routes.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import { productRoutes } from '#shared/products/product-routes.ts';
import { profileRoutes } from '#shared/profiles/profile-routes.ts';
import { receiptImageRoutes } from '#shared/receipts/api/receipt-image-routes.ts';
import { receiptRoutes } from '#shared/receipts/api/receipt-routes.ts';
import { recipeRoutes } from '#shared/recipes/recipe-routes.ts';
import { uploadRoutes } from '#shared/uploads/upload-routes.ts';
import { openapiRoutes } from './openapi-routes.ts';

/** Every route of the API, in the order the document shows them. */
export const allRoutes: readonly Route[] = [
  uploadRoutes,
  receiptRoutes,
  receiptImageRoutes,
  pantryRoutes,
  insightRoutes,
  productRoutes,
  recipeRoutes,
  chatRoutes,
  profileRoutes,
  householdRoutes,
  healthRoutes,
  openapiRoutes,
  docsRoutes,
].flatMap((routes) => Object.values<Route>(routes));
