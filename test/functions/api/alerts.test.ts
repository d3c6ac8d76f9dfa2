import { beforeEach, describe, expect, test } from 'vitest';
import { handler } from '#functions/api/alerts/handler.ts';
import { handler as receiveAlarms } from '#functions/operations/receive-alarms/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { type AlarmSignal, alarmEvent } from '#test/support/alarm-event.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const ALERTS = '/api/v2/alerts';
let operator: HouseholdContext;
let sent = 0;

beforeEach(async () => {
  await database.query('truncate alerts, alert_changes');
  operator = await database.newHousehold();
});

/** What CloudWatch tells, so many seconds after noon. */
async function signal(
  state: AlarmSignal['state'],
  seconds: number,
  more: Partial<AlarmSignal> = {},
) {
  database.actAsWorker();
  sent += 1;
  const at = new Date(Date.UTC(2026, 10, 28, 12, 0, seconds)).toISOString();
  await receiveAlarms(alarmEvent({ alarm: 'memory', state, at, messageId: `m-${sent}`, ...more }));
  database.actAsApp();
}

const list = async (locale = 'en') =>
  (
    await call(handler, {
      resource: ALERTS,
      household: operator,
      headers: { 'accept-language': locale },
    })
  ).json.items;
const history = async (query: Readonly<Record<string, string>> = {}) =>
  (await call(handler, { resource: `${ALERTS}/history`, household: operator, query })).json;
const changes = async () =>
  (await history()).items.map((one: { change: string; notified: boolean }) => [
    one.change,
    one.notified,
  ]);
const act = (id: string, action: string, more: object = {}) =>
  call(handler, {
    method: 'POST',
    resource: `${ALERTS}/{alertId}/${action}`,
    params: { alertId: id },
    household: operator,
    ...more,
  });

describe('an alarm that fires', () => {
  test('is an open alert, in the language of whoever looks', async () => {
    await signal('ALARM', 0, { reason: 'the last datapoints [91]' });
    const alert = {
      id: expect.any(String),
      alarm: 'memory',
      title: 'Funkcja używa ponad 80 % swojej pamięci',
      status: 'open',
      reason: 'the last datapoints [91]',
      firedAt: '2026-11-28T12:00:00.000Z',
      acknowledgedAt: null,
      resolvedAt: null,
      resolvedBy: null,
    };
    expect(await list('pl')).toEqual([alert]);
    expect((await list('en'))[0].title).toBe('A function uses more than 80 % of its memory');
  });

  test('is resolved when it recovers, and another alert when it fires again', async () => {
    await signal('ALARM', 0);
    const [first] = await list();
    await signal('OK', 400);
    expect(await list()).toEqual([]);
    await signal('ALARM', 800);
    const [second] = await list();
    expect(second.id).not.toBe(first.id);
    expect(await changes()).toEqual([
      ['fired', true],
      ['recovered', true],
      ['fired', true],
    ]);
  });

  test('again and again within five minutes is in the history, but told once', async () => {
    for (const seconds of [0, 100, 200, 299]) await signal('ALARM', seconds);
    await signal('ALARM', 300);
    expect((await changes()).map(([, notified]: [string, boolean]) => notified)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(await list()).toHaveLength(1);
  });

  test('is recorded once, however often the message comes', async () => {
    for (let n = 0; n < 3; n += 1) await signal('ALARM', 0, { messageId: 'the-same' });
    expect(await changes()).toEqual([['fired', true]]);
  });

  test('stays resolved when its message comes after that of its recovery', async () => {
    await signal('ALARM', 0);
    await signal('OK', 400);
    await signal('ALARM', 300);
    expect(await list()).toEqual([]);
    expect(await changes()).toHaveLength(3);
  });
});

test('an alarm without data, and one that recovers from nothing, are no alerts', async () => {
  await signal('OK', 0);
  await signal('INSUFFICIENT_DATA', 1);
  expect([await list(), await changes()]).toEqual([[], []]);
});

test('what is no alarm is refused for good', async () => {
  const Sns = { MessageId: 'm', Message: 'hello' };
  const event = { Records: [{ EventSource: 'aws:sns', Sns }] };
  await expect(receiveAlarms(event)).rejects.toMatchObject({ name: 'PermanentError' });
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
    expect((await changes()).map(([change]: [string]) => change)).toEqual([
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
    const { status } = await call(handler, { resource: ALERTS, household: operator });
    expect(status).toBe(403);
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
