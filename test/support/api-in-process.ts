import { handler as chat } from '#functions/api/chat/handler.ts';
import { handler as household } from '#functions/api/household/handler.ts';
import { handler as mealPlans } from '#functions/api/meal-plans/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler as receipts } from '#functions/api/receipts/handler.ts';
import { handler as shoppingLists } from '#functions/api/shopping-lists/handler.ts';
import { chatRoutes } from '#shared/chat/chat-routes.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { householdRoutes } from '#shared/households/household-routes.ts';
import { mealPlanRoutes } from '#shared/meal-plans/api/plan-routes.ts';
import { pantryRoutes } from '#shared/pantry/pantry-routes.ts';
import { receiptRoutes } from '#shared/receipts/api/receipt-routes.ts';
import { shoppingRoutes } from '#shared/shopping/shopping-routes.ts';
import type { Api } from '#test/eval/conversations/api.ts';
import { call } from './call.ts';

const ENDPOINTS = [
  [chat, chatRoutes],
  [household, householdRoutes],
  [mealPlans, mealPlanRoutes],
  [pantry, pantryRoutes],
  [receipts, receiptRoutes],
  [shoppingLists, shoppingRoutes],
] as const;

/** The endpoints that a talk needs, without a gateway before them. */
export function apiInProcess(as: HouseholdContext): Api {
  return {
    async send(method, path, body) {
      const url = new URL(path, 'http://api');
      const fitting = ENDPOINTS.flatMap(([handler, routes]) =>
        Object.values(routes).flatMap((route) => {
          const params = route.method === method ? paramsOf(route.path, url.pathname) : undefined;
          return params === undefined ? [] : [{ handler, resource: route.path, params }];
        }),
      );
      // `pantry/bookings` is no lot.
      const [best] = fitting.sort(
        (a, b) => Object.keys(a.params).length - Object.keys(b.params).length,
      );
      if (best !== undefined) {
        const { handler, ...asked } = best;
        const query = Object.fromEntries(url.searchParams);
        const { status, text } = await call(handler, {
          ...asked,
          method,
          query,
          household: as,
          body,
        });
        return { status, text };
      }
      throw new Error(`Nobody answers ${method} ${path}`);
    },
  };
}

function paramsOf(template: string, path: string): Record<string, string> | undefined {
  const [parts, given] = [template.split('/'), path.split('/')];
  if (parts.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = given[at] ?? '';
    else if (part !== given[at]) return undefined;
  }
  return params;
}
