import { defineRoutes } from '#shared/entry/routes.ts';
import { PageQuery } from '#shared/paging/page.ts';
import { Alert, AlertHistory, AlertList } from './alert-schema.ts';

const ALERTS = '/api/v2/alerts';

export const alertRoutes = defineRoutes('alerts', {
  listAlerts: {
    method: 'GET',
    path: ALERTS,
    scope: 'admin',
    summary: 'Alarms of the whole installation that fired and that nobody has resolved.',
    replies: { 200: AlertList },
  },
  readAlertHistory: {
    method: 'GET',
    path: `${ALERTS}/history`,
    scope: 'admin',
    summary: 'Everything that alarms and people did, the newest first.',
    query: PageQuery,
    replies: { 200: AlertHistory },
  },
  acknowledgeAlert: {
    method: 'POST',
    path: `${ALERTS}/{alertId}/acknowledge`,
    scope: 'admin',
    summary: 'Says that somebody looks after an alert; once is enough.',
    problems: { 409: ['alert-resolved'] },
    replies: { 200: Alert },
  },
  resolveAlert: {
    method: 'POST',
    path: `${ALERTS}/{alertId}/resolve`,
    scope: 'admin',
    summary: 'Closes an alert. When its alarm fires again, that is another alert.',
    problems: { 409: ['alert-resolved'] },
    replies: { 200: Alert },
  },
});
