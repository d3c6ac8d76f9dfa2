import { expect, test } from 'vitest';
import { handler } from '#functions/operations/remind-expiring/handler.ts';
import { testDatabase } from '#test/support/database.ts';
import { HOUSEHOLD, MORNING, told } from '#test/support/told.ts';
import { isSigned } from '#test/support/webhook-receiver.ts';

const database = testDatabase();
const { asWorker, log, milk, receiver, remind, setWebhook, workOff } = told(database);

test('a household is reminded of food that expires soon, signed with the key it was shown', async () => {
  const secret = await setWebhook(HOUSEHOLD, { expiryDays: 2 });
  await milk('2090-03-01');
  await milk('2090-03-02');
  await milk('2090-02-26');
  expect(await remind(MORNING)).toEqual({ reminded: 1 });
  expect(await workOff()).toEqual([0]);
  const [request, ...others] = receiver.taken();
  expect(others).toEqual([]);
  if (request === undefined) throw new Error('nothing came');
  expect(isSigned(request, secret)).toBe(true);
  expect(isSigned({ ...request, body: `${request.body} ` }, secret)).toBe(false);
  const other = { ...request.headers, 'webhook-timestamp': '1' };
  expect(isSigned({ ...request, headers: other }, secret)).toBe(false);
  const lots = [{ name: 'Mleko', date: '2090-03-01', kind: 'use-by' }];
  expect(JSON.parse(request.body)).toMatchObject({
    id: request.headers['webhook-id'],
    type: 'lots.expiring',
    data: { day: '2090-02-27', lots },
  });
  expect(await log(HOUSEHOLD)).toMatchObject([
    { type: 'lots.expiring', status: 'sent', attempts: 1, problem: null },
  ]);
});

test('a household is reminded once a day, and not at night', async () => {
  await setWebhook(HOUSEHOLD, { expiryDays: 2 });
  await milk('2090-03-01');
  expect(await remind('2090-02-27T05:59:00Z')).toEqual({ reminded: 0 });
  expect(await remind('2090-02-27T21:00:00Z')).toEqual({ reminded: 0 });
  expect(await remind(MORNING)).toEqual({ reminded: 1 });
  expect(await remind('2090-02-27T12:00:00Z')).toEqual({ reminded: 0 });
  expect(await remind('2090-02-28T06:00:00Z')).toEqual({ reminded: 1 });
});

test('a household that wants no reminders gets none', async () => {
  await setWebhook(HOUSEHOLD);
  await milk('2090-03-01');
  expect(await remind(MORNING)).toEqual({ reminded: 0 });
});

test('the function looks at the clock', async () => {
  await setWebhook(HOUSEHOLD, { expiryDays: 2 });
  expect(await asWorker(() => handler({}))).toEqual({ reminded: 0 });
});
