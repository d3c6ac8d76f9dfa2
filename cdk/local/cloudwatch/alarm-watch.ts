import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { publishTo, type Subscription } from '#cdk/local/sns/topics.ts';
import type { MessageStore } from '#cdk/local/sqs/message-store.ts';
import type { State } from '#cdk/local/state/state.ts';
import type { ExecutionStore } from '#cdk/local/workflows/execution-store.ts';
import type { AlarmConfig } from './alarm-config.ts';
import type { StateChange } from './alarm-message.ts';
import { AlarmStates } from './alarm-states.ts';
import { evaluateAlarms, type Publish } from './alarms.ts';
import type { DataPoint } from './metric.ts';
import { type NeverEvaluated, partAlarms } from './metric-source.ts';
import type { MetricStore } from './metric-store.ts';
import { sampleExecutions, sampleQueues } from './service-metrics.ts';

const MINUTE_MS = 60_000;
/** Twice what the alarm with the longest period looks at. */
const KEPT_MS = 6 * 60 * MINUTE_MS;

export interface AlarmWatchOptions {
  readonly alarms: readonly AlarmConfig[];
  readonly subscriptions: readonly Subscription[];
  readonly metrics: MetricStore;
  readonly state: State;
  readonly queues: MessageStore;
  readonly executions: ExecutionStore;
  readonly machineArns: readonly string[];
  readonly invoker: Invoker;
  /** Epoch milliseconds at which measuring begins. */
  readonly since: number;
}

export interface AlarmWatch {
  /** Alarms over metrics that this machine does not have. */
  readonly never: readonly NeverEvaluated[];
  /** Measures the services, looks at every alarm, tells topics what has changed. Meant for once a minute. */
  look(now: number): Promise<readonly StateChange[]>;
}

/** @throws for an alarm over a metric that nobody measures here */
export function alarmWatch(options: AlarmWatchOptions): AlarmWatch {
  const { metrics, queues, executions, machineArns, subscriptions, invoker, since } = options;
  const { evaluated, never } = partAlarms(options.alarms);
  for (const { measures } of evaluated) {
    for (const { metric } of measures.values()) metrics.watch(metric);
  }
  const states = new AlarmStates(options.state);
  const add = (point: DataPoint) => metrics.add(point);
  let last = since;
  return {
    never,
    async look(now) {
      // Alarms look at whole minutes; what is seen now belongs to the one that has just ended.
      const at = now - MINUTE_MS;
      sampleQueues(queues, add, now, at);
      sampleExecutions(executions, machineArns, add, { from: last, to: now, at });
      last = now;
      const publish: Publish = (topicArn, subject, message) =>
        publishTo(topicArn, { subject, message, at: now }, subscriptions, invoker);
      const changes = await evaluateAlarms(evaluated, { metrics, states, publish, since }, now);
      metrics.forget(now - KEPT_MS);
      return changes;
    },
  };
}
