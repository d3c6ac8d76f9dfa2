import type { minimumStockRoutes } from '#shared/shopping/minimum-routes.ts';
import type { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID, zloty } from './values.ts';

const LIST = {
  id: ID.list,
  title: 'Zakupy 2026-11-24',
  planId: ID.plan,
  items: [
    {
      id: ID.listItem,
      name: 'mąka pszenna',
      productId: 'maka-pszenna',
      aisle: { key: 'dry', name: 'produkty suche' },
      needed: { value: '250', unit: 'g' },
      packs: { count: 1, size: { value: '1000', unit: 'g' } },
      price: zloty('3.49'),
      priceSource: 'receipts',
      recipes: ['Naleśniki'],
      ticked: false,
      bookingId: null,
      minimumId: null,
    },
  ],
  open: 1,
  price: zloty('3.49'),
  createdAt: BOUGHT_AT,
  updatedAt: BOUGHT_AT,
};

const MINIMUM = {
  id: ID.listItem,
  name: 'mąka pszenna',
  productId: 'maka-pszenna',
  quantity: { value: '1', unit: 'kg' },
  inStock: { value: '0.75', unit: 'kg' },
  missing: { value: '0.25', unit: 'kg' },
};

export const shoppingExamples: ExamplesOf<typeof shoppingRoutes> = {
  listShoppingLists: { reply: { items: [LIST], next: null } },
  addShoppingList: {
    body: {
      title: 'Na sobotę',
      items: [{ name: 'mąka pszenna', quantity: { value: '500', unit: 'g' } }, { name: 'świece' }],
    },
    reply: LIST,
  },
  addShoppingListOfPlan: { body: {}, reply: LIST },
  readShoppingList: { reply: LIST },
  changeShoppingList: { body: { add: [{ name: 'chleb' }], remove: [ID.listItem] }, reply: LIST },
  tickShoppingItems: {
    body: { ticks: [{ id: ID.booking, itemId: ID.listItem, ticked: true, stock: {} }] },
    reply: LIST,
  },
  removeShoppingList: {},
};

export const minimumStockExamples: ExamplesOf<typeof minimumStockRoutes> = {
  listMinimumStock: { reply: { items: [MINIMUM], next: null } },
  setMinimumStock: {
    body: { name: 'mąka pszenna', quantity: { value: '1', unit: 'kg' } },
    reply: { items: [MINIMUM], next: null },
  },
  removeMinimumStock: {},
};
