import { noBody } from '#shared/entry/content.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery } from '#shared/paging/page.ts';
import {
  CreatedWebhook,
  Delivery,
  DeliveryLog,
  NewWebhook,
  Webhook,
} from './notification-schema.ts';

const NOTIFICATIONS = '/api/v2/notifications';
const INSTALLATION = '/api/v2/alerts';
const unreachable = { 422: ['webhook-address'], 503: ['unavailable', 'database-away'] };

/** Answered by the same function as alerts, which are told the same way. */
export const notificationRoutes = defineRoutes('alerts', {
  readWebhook: {
    method: 'GET',
    path: `${NOTIFICATIONS}/webhook`,
    scope: 'read',
    summary: 'Where the household is told of receipts, plans and food that expires.',
    problems: { 404: ['not-found'] },
    replies: { 200: Webhook },
  },
  setWebhook: {
    method: 'PUT',
    path: `${NOTIFICATIONS}/webhook`,
    scope: 'admin',
    signedIn: true,
    summary:
      'Sets that address, or another in its place. This reply alone shows the key by which requests are signed (Standard Webhooks).',
    body: NewWebhook,
    problems: unreachable,
    replies: { 200: CreatedWebhook },
  },
  removeWebhook: {
    method: 'DELETE',
    path: `${NOTIFICATIONS}/webhook`,
    scope: 'admin',
    summary: 'Nobody is told any more.',
    problems: { 404: ['not-found'] },
    replies: { 204: noBody },
  },
  listDeliveries: {
    method: 'GET',
    path: `${NOTIFICATIONS}/deliveries`,
    scope: 'read',
    summary: 'What the household was told, or is still to be told, the newest first.',
    query: PageQuery,
    replies: { 200: DeliveryLog },
  },
  retryDelivery: {
    method: 'POST',
    path: `${NOTIFICATIONS}/deliveries/{deliveryId}/retry`,
    scope: 'admin',
    summary: 'Sends again, a minute from now, what was given up.',
    problems: { 409: ['delivery-not-failed'] },
    replies: { 200: Delivery },
  },
  readAlertWebhook: {
    method: 'GET',
    path: `${INSTALLATION}/webhook`,
    scope: 'admin',
    summary: 'Where whoever operates the installation is told of alerts.',
    problems: { 404: ['not-found'] },
    replies: { 200: Webhook },
  },
  setAlertWebhook: {
    method: 'PUT',
    path: `${INSTALLATION}/webhook`,
    scope: 'admin',
    signedIn: true,
    summary: 'Sets that address, or another in its place. This reply alone shows its key.',
    body: NewWebhook,
    problems: unreachable,
    replies: { 200: CreatedWebhook },
  },
  removeAlertWebhook: {
    method: 'DELETE',
    path: `${INSTALLATION}/webhook`,
    scope: 'admin',
    summary: 'Alerts are told to nobody any more.',
    problems: { 404: ['not-found'] },
    replies: { 204: noBody },
  },
  listAlertDeliveries: {
    method: 'GET',
    path: `${INSTALLATION}/deliveries`,
    scope: 'admin',
    summary: 'What was told of alerts, or is still to be told, the newest first.',
    query: PageQuery,
    replies: { 200: DeliveryLog },
  },
  retryAlertDelivery: {
    method: 'POST',
    path: `${INSTALLATION}/deliveries/{deliveryId}/retry`,
    scope: 'admin',
    summary: 'Sends again, a minute from now, what was given up.',
    problems: { 409: ['delivery-not-failed'] },
    replies: { 200: Delivery },
  },
});
