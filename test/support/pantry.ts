import { expect } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { type Call, call } from './call.ts';

export const PANTRY = '/api/v2/pantry';
export const BOOKINGS = `${PANTRY}/bookings`;

export const flour = {
  product: { name: 'Mąka pszenna' },
  quantity: { value: '1', unit: 'kg' },
  location: 'pantry',
  expires: { date: '2027-03-01', kind: 'best-before' },
};

export async function add(household: HouseholdContext, change: object = {}) {
  const body = { ...flour, ...change };
  const added = await call(handler, { method: 'POST', resource: PANTRY, household, body });
  expect(added.status, added.text).toBe(201);
  return added;
}

/** A lot that was added or corrected, as it is read: without the booking that did it. */
export function asRead({ bookingId, ...lot }: { readonly bookingId: string; readonly id: string }) {
  expect(bookingId).toMatch(/^[0-9a-f-]{36}$/);
  return lot;
}

export function act(household: HouseholdContext, lotId: string, action: string, body: object = {}) {
  const resource = `${PANTRY}/{lotId}/${action}`;
  return call(handler, { method: 'POST', resource, params: { lotId }, household, body });
}

export function undo(household: HouseholdContext, bookingId: string) {
  const resource = `${BOOKINGS}/{bookingId}/undo`;
  return call(handler, { method: 'POST', resource, params: { bookingId }, household });
}

export async function names(household: HouseholdContext, query: Call['query'] = {}) {
  const { json } = await call(handler, { resource: PANTRY, household, query });
  return json.items.map((lot: { product: { name: string } }) => lot.product.name);
}
