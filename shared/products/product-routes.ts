import { defineRoutes } from '#shared/entry/routes.ts';
import { pageSchema } from '#shared/paging/page.ts';
import { FoundGtin, Gtin, ProductHit, ProductSearch } from './product-schema.ts';

export const productRoutes = defineRoutes('products', {
  searchProducts: {
    method: 'GET',
    path: '/api/v2/products',
    scope: 'read',
    summary:
      'Products by name, in either language, and the household’s own; diacritics do not matter.',
    query: ProductSearch,
    replies: { 200: pageSchema(ProductHit) },
  },
  lookUpGtin: {
    method: 'GET',
    path: '/api/v2/products/gtin/{gtin}',
    scope: 'read',
    summary: 'What a barcode is: a shop’s own number, or a product of Open Food Facts.',
    params: Gtin,
    problems: { 400: ['invalid-gtin'], 404: ['unknown-gtin', 'lookup-off'], 503: ['lookup-away'] },
    replies: { 200: FoundGtin },
  },
});
