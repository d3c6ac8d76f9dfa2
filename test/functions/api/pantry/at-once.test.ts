import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const PANTRY = '/api/v2/pantry';

async function withMilk() {
  const household = await database.newHousehold();
  const body = { product: { name: 'Mleko' }, quantity: { value: '1', unit: 'l' } };
  const added = await call(handler, { method: 'POST', resource: PANTRY, household, body });
  return { household, lot: added.json, etag: added.headers.etag ?? '' };
}

const post = (
  household: HouseholdContext,
  path: string,
  params: Record<string, string>,
  body?: object,
) =>
  call(handler, {
    method: 'POST',
    resource: `${PANTRY}/${path}`,
    params,
    household,
    ...(body && { body }),
  });
const left = async (household: HouseholdContext) =>
  (await call(handler, { resource: PANTRY, household })).json.items.map(
    (lot: { quantity: { value: string } }) => lot.quantity.value,
  );

test('of two who correct a lot at once, the second is told that it changed', async () => {
  const { household, lot, etag } = await withMilk();
  const correct = (value: string) =>
    call(handler, {
      method: 'PATCH',
      resource: `${PANTRY}/{lotId}`,
      params: { lotId: lot.id },
      household,
      headers: { 'If-Match': etag },
      body: { quantity: { value, unit: 'l' } },
    });
  const answers = await Promise.all([correct('2'), correct('3')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const won = answers.find(({ status }) => status === 200);
  expect(await left(household)).toEqual([won?.json.quantity.value]);
});

test('of two who undo at once, one does and one is told so', async () => {
  const { household, lot } = await withMilk();
  const quantity = { value: '1', unit: 'szklanka' };
  const { json } = await post(household, '{lotId}/consume', { lotId: lot.id }, { quantity });
  const undo = () => post(household, 'bookings/{bookingId}/undo', { bookingId: json.bookingId });
  const answers = await Promise.all([undo(), undo()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await left(household)).toEqual(['1']);
});

test('of two who ask for more than half at once, one is refused with what is left', async () => {
  const { household } = await withMilk();
  const body = { product: { id: 'mleko' }, quantity: { value: '600', unit: 'ml' } };
  const answers = await Promise.all([1, 2].map(() => post(household, 'consume', {}, body)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.json.detail).toContain('400 ml');
  expect(await left(household)).toEqual(['0.4']);
});

test('one who freezes a half while another drinks: nothing is lost, nothing appears', async () => {
  const { household, lot } = await withMilk();
  const [frozen, drunk] = await Promise.all([
    post(
      household,
      '{lotId}/freeze',
      { lotId: lot.id },
      { quantity: { value: '500', unit: 'ml' } },
    ),
    post(
      household,
      '{lotId}/consume',
      { lotId: lot.id },
      { quantity: { value: '300', unit: 'ml' } },
    ),
  ]);
  expect([frozen?.status, drunk?.status]).toEqual([200, 200]);
  expect((await left(household)).sort()).toEqual(['0.2', '0.5']);
});
