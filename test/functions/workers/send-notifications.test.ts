import { describe, expect, test } from 'vitest';
import { handler as api } from '#functions/api/alerts/handler.ts';
import { handler as sendNotifications } from '#functions/workers/send-notifications/handler.ts';
import { settleAlarm } from '#shared/alerts/tell.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { alertsOf } from '#test/support/alerts.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { HOUSEHOLD, INSTALLATION, MORNING, told } from '#test/support/told.ts';
import { isSigned } from '#test/support/webhook-receiver.ts';

const database = testDatabase();
const { asWorker, household, log, milk, queue, receiver, remind, setWebhook, workOff } =
  told(database);
const { signal } = alertsOf(database, household);

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
      household: household(),
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
    const removed = { method: 'DELETE', resource: `${HOUSEHOLD}/webhook`, household: household() };
    expect((await call(api, removed)).status).toBe(204);
    await workOff();
    expect((await log(HOUSEHOLD))[0]).toMatchObject({ status: 'failed', problem: 'no-target' });
    expect(receiver.taken()).toEqual([]);
  });
});

describe('whoever operates the installation', () => {
  const types = () => receiver.taken().map(({ body }) => JSON.parse(body).type);

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
    expect(types()).toEqual(['alert.recovered']);
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
    expect(types()).toEqual(['alert.fired', 'alert.recovered']);
  });

  test('hears nothing more of an alarm that came and went and came again', async () => {
    await setWebhook(INSTALLATION);
    await signal('ALARM', 0);
    await signal('OK', 100);
    await signal('ALARM', 200);
    await workOff();
    await workOff();
    expect(types()).toEqual(['alert.fired']);
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
