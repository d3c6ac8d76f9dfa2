import { beforeEach, describe, expect, test } from 'vitest';
import { handler as receiveAlarms } from '#functions/operations/receive-alarms/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { alertsOf } from '#test/support/alerts.ts';
import { testDatabase } from '#test/support/database.ts';
import { testQueue } from '#test/support/queue.ts';

const database = testDatabase();
testQueue({ [ENV.notificationsQueueUrl]: 'notifications' });
let operator: HouseholdContext;
const { signal, list, changes } = alertsOf(database, () => operator);

beforeEach(async () => {
  await database.query('truncate alerts, alert_changes');
  operator = await database.newHousehold();
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
      firedAt: '2020-02-01T12:00:00.000Z',
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
    expect((await changes()).map(([, notified]) => notified)).toEqual([
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

test('a warning of AWS Budgets, which is written in words, is an alert until a person closes it', async () => {
  const Sns = {
    MessageId: 'b',
    Subject: 'AWS Budgets: foodsave has exceeded your alert threshold',
    Message: 'AWS Budget Notification\nBudgeted Amount: $30.00\nActual amount: $24.10\n',
    Timestamp: '2020-02-01T12:00:00.000Z',
  };
  database.actAsWorker();
  const event = { Records: [{ EventSource: 'aws:sns', Sns }] };
  await receiveAlarms(event).finally(() => database.actAsApp());
  const [alert] = await list('en');
  expect(alert).toMatchObject({ alarm: 'budget', status: 'open', firedAt: Sns.Timestamp });
  expect(alert.reason).toContain('$24.10');
  expect(alert.title).not.toBe('budget');
});

test('what is no alarm is refused for good', async () => {
  const Sns = { MessageId: 'm', Message: 'hello' };
  const event = { Records: [{ EventSource: 'aws:sns', Sns }] };
  await expect(receiveAlarms(event)).rejects.toMatchObject({ name: 'PermanentError' });
});
