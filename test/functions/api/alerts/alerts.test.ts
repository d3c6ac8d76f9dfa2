import { beforeEach, describe, expect, test } from 'vitest';
import { handler } from '#functions/api/alerts/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { alertsOf } from '#test/support/alerts.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';

const database = testDatabase();
testQueue({ [ENV.notificationsQueueUrl]: 'notifications' });
let operator: HouseholdContext;
const { signal, list, history, changes, act } = alertsOf(database, () => operator);

beforeEach(async () => {
  await database.query('truncate alerts, alert_changes');
  operator = await database.newHousehold();
});

describe('a person', () => {
  test('acknowledges once, and resolves what the alarm still says', async () => {
    await signal('ALARM', 0);
    const [{ id }] = await list();
    const acknowledged = await act(id, 'acknowledge');
    expect(acknowledged.json.status).toBe('acknowledged');
    expect((await act(id, 'acknowledge')).json).toEqual(acknowledged.json);
    expect((await list())[0].status).toBe('acknowledged');
    expect((await act(id, 'resolve')).json).toMatchObject({
      status: 'resolved',
      resolvedBy: 'person',
    });
    expect(await list()).toEqual([]);
    expect((await changes()).map(([change]) => change)).toEqual([
      'resolved',
      'acknowledged',
      'fired',
    ]);
    const late = await act(id, 'acknowledge', { headers: { 'accept-language': 'pl' } });
    expect([late.status, late.json.code]).toEqual([409, 'alert-resolved']);
    expect(late.json.detail).toBe('Ten alert jest już zamknięty.');
  });

  test('gets the same reply to the same Idempotency-Key', async () => {
    await signal('ALARM', 0);
    const [{ id }] = await list();
    const headers = { 'idempotency-key': 'once-and-again' };
    const first = await act(id, 'resolve', { headers });
    expect(first.status).toBe(200);
    expect((await act(id, 'resolve', { headers })).json).toEqual(first.json);
  });

  test('without the scope admin sees and does nothing', async () => {
    await signal('ALARM', 0);
    const [{ id }] = await list();
    operator = { ...operator, scopes: ['read', 'write'] };
    expect((await act(id, 'resolve')).status).toBe(403);
    expect((await call(handler, { resource: '/api/v2/alerts', household: operator })).status).toBe(
      403,
    );
  });

  test('is told when there is no such alert', async () => {
    expect((await act('0199f2c4-7b1e-7c5a-9d3e-5a6b7c8d9e0f', 'resolve')).status).toBe(404);
  });

  test('reads the history page by page', async () => {
    for (const seconds of [0, 400, 800]) await signal(seconds === 400 ? 'OK' : 'ALARM', seconds);
    const first = await history({ limit: '2' });
    expect(first.items.map((one: { at: string }) => one.at.slice(14, 19))).toEqual([
      '13:20',
      '06:40',
    ]);
    const { items, next } = await history({ limit: '2', cursor: first.next });
    expect([items.length, next]).toEqual([1, null]);
  });
});
