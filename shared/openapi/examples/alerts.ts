import type { alertRoutes } from '#shared/alerts/alert-routes.ts';
import type { notificationRoutes } from '#shared/notifications/notification-routes.ts';
import type { ExamplesOf } from './example.ts';
import { BOUGHT_AT, ID } from './values.ts';

const ALERT = {
  id: ID.upload,
  alarm: 'memory',
  title: 'A function uses more than 80 % of its memory',
  status: 'open',
  reason: 'Threshold Crossed: 1 datapoint [91.0] was greater than the threshold (80.0).',
  firedAt: BOUGHT_AT,
  acknowledgedAt: null,
  resolvedAt: null,
  resolvedBy: null,
};
const FIRED = {
  id: ID.batch,
  alertId: ALERT.id,
  alarm: ALERT.alarm,
  title: ALERT.title,
  change: 'fired',
  reason: ALERT.reason,
  at: BOUGHT_AT,
  notified: true,
};

export const alertExamples: ExamplesOf<typeof alertRoutes> = {
  listAlerts: { reply: { items: [ALERT], next: null } },
  readAlertHistory: { reply: { items: [FIRED], next: null } },
  acknowledgeAlert: { reply: { ...ALERT, status: 'acknowledged', acknowledgedAt: BOUGHT_AT } },
  resolveAlert: {
    reply: { ...ALERT, status: 'resolved', resolvedAt: BOUGHT_AT, resolvedBy: 'person' },
  },
};

const WEBHOOK = {
  url: 'https://home.example/foodsave',
  expiryDays: 2,
  createdAt: BOUGHT_AT,
};
const NEW_WEBHOOK = { url: WEBHOOK.url, expiryDays: 2 };
const CREATED_WEBHOOK = {
  ...WEBHOOK,
  secret: 'whsec_9XW5Yl0sVX3rYbzG1cN0m4Jf7Qx2T8pKZb6uH1dLw3E=',
};
const SENT = {
  id: ID.group,
  channel: 'webhook',
  type: 'lots.expiring',
  status: 'sent',
  attempts: 1,
  problem: null,
  createdAt: BOUGHT_AT,
  sentAt: BOUGHT_AT,
};
const WAITING = { ...SENT, status: 'waiting', attempts: 0, problem: 'status-500', sentAt: null };

export const notificationExamples: ExamplesOf<typeof notificationRoutes> = {
  readWebhook: { reply: WEBHOOK },
  setWebhook: { body: NEW_WEBHOOK, reply: CREATED_WEBHOOK },
  removeWebhook: {},
  listDeliveries: { reply: { items: [SENT], next: null } },
  retryDelivery: { reply: WAITING },
  readAlertWebhook: { reply: { ...WEBHOOK, expiryDays: null } },
  setAlertWebhook: {
    body: { url: WEBHOOK.url },
    reply: { ...CREATED_WEBHOOK, expiryDays: null },
  },
  removeAlertWebhook: {},
  listAlertDeliveries: { reply: { items: [{ ...SENT, type: 'alert.fired' }], next: null } },
  retryAlertDelivery: { reply: { ...WAITING, type: 'alert.fired' } },
};
