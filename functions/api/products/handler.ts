import { withHousehold } from '#shared/database/with-household.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { fetchOutbound } from '#shared/outbound/outbound.ts';
import { lookUpGtin } from '#shared/products/gtin-lookup.ts';
import { readOwnProducts } from '#shared/products/own-product-store.ts';
import { productRoutes } from '#shared/products/product-routes.ts';
import { searchProducts } from '#shared/products/search-products.ts';

export const handler = endpoint(productRoutes, {
  searchProducts: async ({ household, query, locale }) => {
    const own = await withHousehold(household, readOwnProducts);
    return reply(200, { items: searchProducts(query.q, own, locale, query.limit), next: null });
  },
  lookUpGtin: async ({ household, params, locale }) =>
    reply(200, await lookUpGtin(household, params.gtin, locale, fetchOutbound)),
});
