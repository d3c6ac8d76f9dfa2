import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handler as api } from '#functions/api/alerts/handler.ts';
import { handler as receiveAlarms } from '#functions/operations/receive-alarms/handler.ts';
import { handler as sendNotifications } from '#functions/workers/send-notifications/handler.ts';
import { settleAlarm } from '#shared/alerts/tell.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import { remindExpiring } from '#shared/notifications/remind-expiring.ts';
import { type AlarmSignal, alarmEvent } from '#test/support/alarm-event.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { add } from '#test/support/pantry.ts';
import { testQueue } from '#test/support/queue.ts';
import { isSigned, webhookReceiver } from '#test/support/webhook-receiver.ts';

const database = testDatabase();
const queue = testQueue({ [ENV.notificationsQueueUrl]: 'notifications' });
const receiver = webhookReceiver();
const HOUSEHOLD = '/api/v2/notifications';
const INSTALLATION = '/api/v2/alerts';
let household: HouseholdContext;

beforeAll(() => {
  vi.stubEnv(ENV.stage, 'local'); // Where a server of the same machine may be told.
});
beforeEach(async () => {
  household = await database.newHousehold();
});
afterEach(async () => {
  receiver.answers(204);
  receiver.taken();
  queue.clear();
  await database.query(
    'truncate alerts, alert_changes, notification_targets, notification_deliveries',
  );
});

async function setWebhook(where: string, body: object = {}): Promise<string> {
  const request = { method: 'PUT', resource: `${where}/webhook`, household };
  const answer = await call(api, { ...request, body: { url: receiver.url(), ...body } });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.secret;
}

const log = async (where: string) =>
  (await call(api, { resource: `${where}/deliveries`, household })).json.items;

async function asWorker<T>(work: () => Promise<T>): Promise<T> {
  database.actAsWorker();
  return await work().finally(() => database.actAsApp());
}

/** Works off what lies in the queue. @returns the delays with which it was sent, in seconds */
async function workOff(): Promise<number[]> {
  const messages = queue.messages();
  queue.clear();
  const Records = messages.map(({ payload }, at) => ({
    messageId: `m-${at}`,
    body: JSON.stringify(payload),
  }));
  const { batchItemFailures } = await asWorker(() => sendNotifications({ Records }));
  expect(batchItemFailures).toEqual([]);
  return messages.map(({ delaySeconds }) => delaySeconds);
}

const remind = (at: string) => asWorker(() => remindExpiring(new Date(at)));
/** A morning in winter, when Warsaw is an hour ahead. */
const MORNING = '2090-02-27T06:30:00Z';
const milk = (date: string) =>
  add(household, { product: { name: 'Mleko' }, expires: { date, kind: 'use-by' } });

let signals = 0;
async function signal(state: AlarmSignal['state'], seconds: number): Promise<void> {
  signals += 1;
  const at = new Date(Date.UTC(2020, 1, 1, 12, 0, seconds)).toISOString();
  const event = alarmEvent({ alarm: 'memory', state, at, messageId: `s-${signals}` });
  await asWorker(() => receiveAlarms(event));
}

describe('a household with a webhook', () => {
  test('is reminded of food that expires soon, signed with the key it was shown', async () => {
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

  test('is reminded once a day, and not at night', async () => {
    await setWebhook(HOUSEHOLD, { expiryDays: 2 });
    await milk('2090-03-01');
    expect(await remind('2090-02-27T05:59:00Z')).toEqual({ reminded: 0 });
    expect(await remind('2090-02-27T21:00:00Z')).toEqual({ reminded: 0 });
    expect(await remind(MORNING)).toEqual({ reminded: 1 });
    expect(await remind('2090-02-27T12:00:00Z')).toEqual({ reminded: 0 });
    expect(await remind('2090-02-28T06:00:00Z')).toEqual({ reminded: 1 });
  });

  test('that wants no reminders gets none', async () => {
    await setWebhook(HOUSEHOLD);
    await milk('2090-03-01');
    expect(await remind(MORNING)).toEqual({ reminded: 0 });
  });
});

describe('what a server does not take', () => {
  async function reminded(): Promise<void> {
    await setWebhook(HOUSEHOLD, { expiryDays: 2 });
    await milk('2090-03-01');
    await remind(MORNING);
  }

  test('is sent again later and later, given up, and sent again by a person', async () => {
    await reminded();
    receiver.answers(503);
    const delays: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) delays.push(...(await workOff()));
    expect(delays).toEqual([0, 60, 900, 900, 900, 900, 900, 900]);
    expect(queue.messages()).toEqual([]);
    const [given] = await log(HOUSEHOLD);
    expect(given).toMatchObject({ status: 'failed', attempts: 8, problem: 'status-503' });
    expect(new Set(receiver.taken().map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([given.id]),
    );

    receiver.answers(200);
    const retry = {
      method: 'POST',
      resource: `${HOUSEHOLD}/deliveries/{deliveryId}/retry`,
      params: { deliveryId: given.id },
      household,
    };
    expect((await call(api, retry)).json).toMatchObject({ status: 'waiting', attempts: 0 });
    expect((await call(api, retry)).json.code).toBe('delivery-not-failed');
    expect(await workOff()).toEqual([60]);
    expect((await log(HOUSEHOLD))[0].status).toBe('sent');
    const stranger = await database.newHousehold();
    expect((await call(api, { ...retry, household: stranger })).status).toBe(404);
  });

  test('is not taken somewhere else by a redirect', async () => {
    await reminded();
    receiver.answers(307);
    await workOff();
    expect((await log(HOUSEHOLD))[0]).toMatchObject({ status: 'waiting', problem: 'status-307' });
  });

  test('is sent once, however often its message comes', async () => {
    await reminded();
    const [message] = queue.messages();
    const Records = [1, 2].map((n) => ({
      messageId: `twice-${n}`,
      body: JSON.stringify(message?.payload),
    }));
    await asWorker(() => sendNotifications({ Records }));
    expect(receiver.taken()).toHaveLength(1);
  });

  test('is given up when nobody wants it any more', async () => {
    await reminded();
    const removed = { method: 'DELETE', resource: `${HOUSEHOLD}/webhook`, household };
    expect((await call(api, removed)).status).toBe(204);
    await workOff();
    expect((await log(HOUSEHOLD))[0]).toMatchObject({ status: 'failed', problem: 'no-target' });
    expect(receiver.taken()).toEqual([]);
  });
});

describe('whoever operates the installation', () => {
  const told = () => receiver.taken().map(({ body }) => JSON.parse(body).type);

  test('is told of an alarm and of its end, and no household is', async () => {
    await setWebhook(HOUSEHOLD);
    const secret = await setWebhook(INSTALLATION);
    await signal('ALARM', 0);
    await workOff();
    const [fired] = receiver.taken();
    if (fired === undefined) throw new Error('nothing came');
    expect(isSigned(fired, secret)).toBe(true);
    expect(JSON.parse(fired.body)).toMatchObject({
      type: 'alert.fired',
      data: { alarm: 'memory', title: { pl: expect.stringContaining('pamięci') } },
    });
    await signal('OK', 400);
    await workOff();
    expect(told()).toEqual(['alert.recovered']);
    expect(await log(INSTALLATION)).toHaveLength(2);
    expect(await log(HOUSEHOLD)).toEqual([]);
  });

  test('hears of an end within five minutes when they are over', async () => {
    await setWebhook(INSTALLATION);
    await signal('ALARM', 0);
    await signal('OK', 100);
    expect(await workOff()).toEqual([0, 300]);
    // The message about the end of the cooldown put another into the queue.
    expect(await workOff()).toEqual([0]);
    expect(told()).toEqual(['alert.fired', 'alert.recovered']);
  });

  test('hears nothing more of an alarm that came and went and came again', async () => {
    await setWebhook(INSTALLATION);
    await signal('ALARM', 0);
    await signal('OK', 100);
    await signal('ALARM', 200);
    await workOff();
    await workOff();
    expect(told()).toEqual(['alert.fired']);
  });

  test('waits for the end of the cooldown, also when it is asked about early', async () => {
    await setWebhook(INSTALLATION);
    await signal('ALARM', 0);
    await signal('OK', 100);
    queue.clear();
    const at = new Date(Date.UTC(2020, 1, 1, 12, 0, 200));
    await asWorker(() => withWorker((client) => settleAlarm(client, 'memory', at)));
    await signal('INSUFFICIENT_DATA', 300); // Sends what waits.
    expect(queue.messages().map(({ delaySeconds }) => delaySeconds)).toEqual([300]);
  });
});

describe('an address', () => {
  const put = (url: string, more: object = {}) => {
    const request = { method: 'PUT', resource: `${HOUSEHOLD}/webhook`, household };
    return call(api, { ...request, body: { url }, ...more });
  };

  test.each([
    'http://home.example/hook',
    'https://user:secret@home.example/hook',
    'https://home.example:8443/hook',
    'ftp://home.example',
    'no address',
  ])('%s is refused, in the language of whoever gives it', async (url) => {
    const answer = await put(url, { headers: { 'accept-language': 'pl' } });
    expect([answer.status, answer.json.code]).toEqual([422, 'webhook-address']);
    expect(answer.json.detail).toContain('Podaj adres https');
  });

  test('of the machine itself is refused where the stage is not local', async () => {
    vi.stubEnv(ENV.stage, 'household');
    expect((await put('http://127.0.0.1:8080/')).status).toBe(422);
    vi.stubEnv(ENV.stage, 'local');
  });

  test('inside of the network is not connected to', async () => {
    vi.stubEnv(ENV.stage, 'household');
    expect((await put('https://169.254.169.254/latest')).status).toBe(200);
    await milk('2090-03-01');
    await database.query('update notification_targets set expiry_days = 2');
    await remind(MORNING);
    await workOff();
    vi.stubEnv(ENV.stage, 'local');
    expect((await log(HOUSEHOLD))[0].problem).toBe('address-refused');
  });

  test('is set by an owner alone, and has another key each time', async () => {
    const viewer: HouseholdContext = { ...household, role: 'member', scopes: ['read', 'write'] };
    expect((await put('https://home.example/hook', { household: viewer })).status).toBe(403);
    const keys = [await setWebhook(HOUSEHOLD), await setWebhook(HOUSEHOLD)];
    expect(keys[0]).not.toBe(keys[1]);
    const { json } = await call(api, { resource: `${HOUSEHOLD}/webhook`, household });
    expect(json).toEqual({ url: receiver.url(), expiryDays: null, createdAt: expect.any(String) });
  });
});
