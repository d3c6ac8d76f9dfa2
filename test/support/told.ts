import { afterEach, beforeEach, expect, vi } from 'vitest';
import { handler as api } from '#functions/api/alerts/handler.ts';
import { handler as sendNotifications } from '#functions/workers/send-notifications/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { remindExpiring } from '#shared/notifications/remind-expiring.ts';
import { call } from './call.ts';
import type { TestDatabase } from './database.ts';
import { add } from './pantry.ts';
import { testQueue } from './queue.ts';
import { webhookReceiver } from './webhook-receiver.ts';

export const HOUSEHOLD = '/api/v2/notifications';
export const INSTALLATION = '/api/v2/alerts';
/** A morning in winter, when Warsaw is an hour ahead. */
export const MORNING = '2090-02-27T06:30:00Z';

/** A household, the queue of what it is to be told, and a server that is told. A new household for each test. */
export function told(database: TestDatabase) {
  const queue = testQueue({ [ENV.notificationsQueueUrl]: 'notifications' });
  const receiver = webhookReceiver();
  let household: HouseholdContext;
  beforeEach(async () => {
    vi.stubEnv(ENV.webhookHosts, '127.0.0.1');
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

  async function asWorker<T>(work: () => Promise<T>): Promise<T> {
    database.actAsWorker();
    return await work().finally(() => database.actAsApp());
  }

  return {
    queue,
    receiver,
    household: () => household,
    asWorker,
    /** @returns the key that is shown once */
    async setWebhook(where: string, body: object = {}): Promise<string> {
      const request = { method: 'PUT', resource: `${where}/webhook`, household };
      const answer = await call(api, { ...request, body: { url: receiver.url(), ...body } });
      expect(answer.status, answer.text).toBe(200);
      return answer.json.secret;
    },
    log: async (where: string) =>
      (await call(api, { resource: `${where}/deliveries`, household })).json.items,
    /** Works off what lies in the queue. @returns the delays with which it was sent, in seconds */
    async workOff(): Promise<number[]> {
      const messages = queue.messages();
      queue.clear();
      const Records = messages.map(({ payload }, at) => ({
        messageId: `m-${at}`,
        body: JSON.stringify(payload),
      }));
      const { batchItemFailures } = await asWorker(() => sendNotifications({ Records }));
      expect(batchItemFailures).toEqual([]);
      return messages.map(({ delaySeconds }) => delaySeconds);
    },
    remind: (at: string) => asWorker(() => remindExpiring(new Date(at))),
    milk: (date: string) =>
      add(household, { product: { name: 'Mleko' }, expires: { date, kind: 'use-by' } }),
  };
}
