import { handlersOf } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { deliveryLog, retryDelivery } from '#shared/notifications/deliveries.ts';
import { notificationRoutes } from '#shared/notifications/notification-routes.ts';
import { readWebhook, removeWebhook, setWebhook } from '#shared/notifications/webhooks.ts';

/** @param masterKey that the signing keys of webhooks are made of */
export const notifications = (masterKey: () => Promise<string>) =>
  handlersOf(notificationRoutes, {
    readWebhook: async ({ household }) => reply(200, await readWebhook(household, 'household')),
    setWebhook: async ({ household, body }) =>
      reply(200, await setWebhook(household, 'household', body, masterKey)),
    removeWebhook: async ({ household }) => {
      await removeWebhook(household, 'household');
      return reply(204);
    },
    listDeliveries: async ({ household, query }) =>
      reply(200, await deliveryLog(household, 'household', query)),
    retryDelivery: async ({ household, params }) =>
      reply(200, await retryDelivery(household, 'household', params.deliveryId)),
    readAlertWebhook: async ({ household }) =>
      reply(200, await readWebhook(household, 'installation')),
    setAlertWebhook: async ({ household, body }) =>
      reply(200, await setWebhook(household, 'installation', body, masterKey)),
    removeAlertWebhook: async ({ household }) => {
      await removeWebhook(household, 'installation');
      return reply(204);
    },
    listAlertDeliveries: async ({ household, query }) =>
      reply(200, await deliveryLog(household, 'installation', query)),
    retryAlertDelivery: async ({ household, params }) =>
      reply(200, await retryDelivery(household, 'installation', params.deliveryId)),
  });
