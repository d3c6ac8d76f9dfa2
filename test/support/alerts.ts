import { handler } from '#functions/api/alerts/handler.ts';
import { handler as receiveAlarms } from '#functions/operations/receive-alarms/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { type AlarmSignal, alarmEvent } from './alarm-event.ts';
import { call } from './call.ts';
import type { TestDatabase } from './database.ts';

const ALERTS = '/api/v2/alerts';

/** What alarms tell, and what an operator sees of it. */
export function alertsOf(database: TestDatabase, operator: () => HouseholdContext) {
  let sent = 0;
  const get = (resource: string, more: object = {}) =>
    call(handler, { resource, household: operator(), ...more });

  const history = async (query: Readonly<Record<string, string>> = {}) =>
    (await get(`${ALERTS}/history`, { query })).json;

  return {
    /** What CloudWatch tells, so many seconds after a noon that is long over. */
    async signal(
      state: AlarmSignal['state'],
      seconds: number,
      more: Partial<AlarmSignal> = {},
    ): Promise<void> {
      sent += 1;
      const at = new Date(Date.UTC(2020, 1, 1, 12, 0, seconds)).toISOString();
      const event = alarmEvent({ alarm: 'memory', state, at, messageId: `m-${sent}`, ...more });
      database.actAsWorker();
      await receiveAlarms(event).finally(() => database.actAsApp());
    },
    list: async (locale = 'en') =>
      (await get(ALERTS, { headers: { 'accept-language': locale } })).json.items,
    history,
    /** Each change, the newest first, and whether somebody was told. */
    changes: async (): Promise<[string, boolean][]> =>
      (await history()).items.map((one: { change: string; notified: boolean }) => [
        one.change,
        one.notified,
      ]),
    act: (id: string, action: string, more: object = {}) =>
      get(`${ALERTS}/{alertId}/${action}`, { method: 'POST', params: { alertId: id }, ...more }),
  };
}
