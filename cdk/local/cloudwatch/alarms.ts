import type { AlarmConfig } from './alarm-config.ts';
import { alarmMessage, type StateChange, subjectOf } from './alarm-message.ts';
import type { AlarmStates } from './alarm-states.ts';
import { evaluateAlarm } from './evaluate.ts';
import type { MetricStore } from './metric-store.ts';

/** Sends a message to a topic. @returns whether all subscribers took it */
export type Publish = (topicArn: string, subject: string, message: string) => Promise<boolean>;

export interface AlarmDeps {
  readonly metrics: MetricStore;
  readonly states: AlarmStates;
  readonly publish: Publish;
  /** Epoch milliseconds at which measuring began. */
  readonly since: number;
}

/**
 * Looks at every alarm once, tells the topics of those whose state has changed, and returns the changes.
 * One that could not be told is not noted: the next look finds it again.
 */
export async function evaluateAlarms(
  alarms: readonly AlarmConfig[],
  { metrics, states, publish, since }: AlarmDeps,
  now: number,
): Promise<StateChange[]> {
  const told: StateChange[] = [];
  for (const alarm of alarms) {
    const from = states.read(alarm.name);
    const to = evaluateAlarm(alarm, metrics, now, since);
    if (to === undefined || to.state === from) continue;
    const change: StateChange = { alarm, from, to, at: now };
    const deliveries = alarm.actions[to.state].map((topic) =>
      publish(topic, subjectOf(change), alarmMessage(change)),
    );
    if (!(await Promise.all(deliveries)).every(Boolean)) continue;
    states.write(alarm.name, to.state);
    told.push(change);
  }
  return told;
}
