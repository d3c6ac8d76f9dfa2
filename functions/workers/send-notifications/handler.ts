import { NotificationMessage } from '#shared/alerts/notification-message.ts';
import { receiveAlarms } from '#shared/alerts/receive-alarms.ts';
import { settleAlarm } from '#shared/alerts/tell.ts';
import { webhookKey } from '#shared/clients/secrets.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { deliver } from '#shared/notifications/deliver.ts';
import { sendWebhook } from '#shared/notifications/send-webhook.ts';

const send = {
  webhook: sendWebhook({
    masterKey: () => webhookKey(requireEnv(ENV.webhookSecret)),
    now: () => new Date(),
  }),
};

/** Tells households and whoever operates the installation what they want to be told. */
export const handler = consumer(NotificationMessage, async (message) => {
  if ('requestPayload' in message) return await receiveAlarms(message.requestPayload);
  if ('deliveryId' in message) await deliver(message.deliveryId, send);
  else await withWorker((client) => settleAlarm(client, message.settledAlarm, new Date()));
  await relayOutbox();
});
