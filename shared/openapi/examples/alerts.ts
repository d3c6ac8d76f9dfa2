import type { alertRoutes } from '#shared/alerts/alert-routes.ts';
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
