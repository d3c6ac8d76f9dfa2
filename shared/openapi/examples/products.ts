import type { productRoutes } from '#shared/products/product-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, MILK } from './values.ts';

export const productExamples: ExamplesOf<typeof productRoutes> = {
  searchProducts: {
    reply: {
      items: [
        {
          ...MILK,
          category: { key: 'milk', name: 'Mleko', parent: 'dairy' },
          kind: 'food',
          location: 'fridge',
          unit: 'l',
          source: 'shipped',
          score: 1,
        },
      ],
      next: null,
    },
  },
  lookUpGtin: {
    reply: {
      kind: 'gtin',
      gtin: '5900512320359',
      name: 'Mleko UHT 3,2%',
      brand: 'Mlekovita',
      quantity: '1 l',
      product: MILK,
      category: 'milk',
      candidates: [{ ...MILK, score: 0.93 }],
      facts: { categories: ['en:milks'], allergens: ['en:milk'], traces: [] },
      source: {
        name: 'Open Food Facts',
        licence: 'ODbL 1.0',
        url: 'https://world.openfoodfacts.org/product/5900512320359',
      },
      fetchedAt: BOUGHT_AT,
    },
  },
};
