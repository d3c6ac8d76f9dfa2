import { settleAlarm } from '#shared/alerts/tell.ts';
import { webhookKey } from '#shared/clients/secrets.ts';
import { relayOutbox } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { consumer } from '#shared/entry/consumer.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { deliver } from '#shared/notifications/deliver.ts';
import { DeliveryMessage } from '#shared/notifications/delivery-message.ts';
import { sendWebhook } from '#shared/notifications/send-webhook.ts';

const send = {
  webhook: sendWebhook({
    masterKey: () => webhookKey(requireEnv(ENV.webhookSecret)),
    now: () => new Date(),
  }),
};

/** Tells households and whoever operates the installation what they want to be told. */
export const handler = consumer(DeliveryMessage, async (message) => {
  if ('deliveryId' in message) await deliver(message.deliveryId, send);
  else await withWorker((client) => settleAlarm(client, message.settledAlarm, new Date()));
  await relayOutbox();
});
