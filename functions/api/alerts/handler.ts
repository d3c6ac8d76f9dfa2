import { alertRoutes } from '#shared/alerts/alert-routes.ts';
import * as alerts from '#shared/alerts/alerts.ts';
import { webhookKey } from '#shared/clients/secrets.ts';
import { endpoint } from '#shared/entry/endpoint.ts';
import { reply } from '#shared/entry/reply.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { notificationRoutes } from '#shared/notifications/notification-routes.ts';
import { notifications } from './notifications.ts';

export const handler = endpoint(
  { ...alertRoutes, ...notificationRoutes },
  {
    ...notifications(() => webhookKey(requireEnv(ENV.webhookSecret))),
    listAlerts: async (request) =>
      reply(200, { items: await alerts.listAlerts(request), next: null }),
    readAlertHistory: async (request) =>
      reply(200, await alerts.alertHistory(request, request.query)),
    acknowledgeAlert: async (request) =>
      reply(200, await alerts.acknowledgeAlert(request, request.params.alertId, new Date())),
    resolveAlert: async (request) =>
      reply(200, await alerts.resolveAlert(request, request.params.alertId, new Date())),
  },
);
