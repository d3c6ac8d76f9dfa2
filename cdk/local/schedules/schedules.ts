import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Cron } from 'croner';
import type { DiskSpace } from '#cdk/local/disk/disk-space.ts';
import type { Invoker } from '#cdk/local/functions/invoker.ts';
import { timesOf } from './expression.ts';
import type { ScheduleConfig, ScheduleTarget } from './schedule-config.ts';

export interface ScheduleServices {
  readonly invoker: Invoker;
  /** Starts an execution of a state machine. */
  readonly executions: { start(machineArn: string, name: undefined, input: string): unknown };
}

/** Between tries of a delivery that was refused; EventBridge waits longer from try to try as well. */
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 60_000;

/** Starts functions and state machines at the template's times. A run that goes on is not started twice. */
export function startSchedules(
  schedules: readonly ScheduleConfig[],
  services: ScheduleServices,
  disk: DiskSpace = { isFull: () => false },
) {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const jobs = schedules.map((schedule) =>
    cronOf(schedule, async () => {
      if (disk.isFull()) return; // what it would do is found by a later run
      const run = runOnce(schedule, services, stopping.signal).catch((error: unknown) =>
        console.error(`Schedule ${schedule.name}:`, error),
      );
      running.add(run);
      await run.finally(() => running.delete(run));
    }),
  );
  return {
    async close(): Promise<void> {
      stopping.abort();
      for (const job of jobs) job.stop();
      await Promise.all(running);
    },
  };
}

function cronOf({ name, expression }: ScheduleConfig, run: () => Promise<void>): Cron {
  const { pattern, interval } = timesOf(name, expression);
  try {
    return new Cron(pattern, { timezone: 'UTC', protect: true, ...interval }, run);
  } catch (cause) {
    throw new Error(`Schedule ${name}: unknown expression: ${expression}`, { cause });
  }
}

/**
 * Delivers one event. Only a target that has no room is tried again: a function that fails has been
 * reached.
 * @param pause between two tries (milliseconds)
 */
export async function runOnce(
  schedule: ScheduleConfig,
  { invoker, executions }: ScheduleServices,
  stopping: AbortSignal,
  pause: (milliseconds: number) => Promise<unknown> = (milliseconds) =>
    wait(milliseconds, undefined, { signal: stopping }).catch(() => undefined),
): Promise<void> {
  const started = Date.now();
  const input = schedule.input ?? scheduledEvent(schedule, new Date(started));
  for (let retry = 0; ; retry += 1) {
    if (await delivered(schedule.target, input)) return;
    const late = Date.now() - started >= schedule.maxAgeSeconds * 1000;
    if (retry >= schedule.retries || late) return;
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** retry, MAX_PAUSE_MS));
    if (stopping.aborted) return;
  }

  async function delivered(target: ScheduleTarget, event: unknown): Promise<boolean> {
    if (target.kind === 'state-machine') {
      executions.start(target.arn, undefined, JSON.stringify(event));
      return true;
    }
    const result = await invoker.invoke(target.name, event);
    return result.ok || result.reason !== 'throttled';
  }
}

/** What EventBridge sends when the rule gives no input. */
function scheduledEvent({ ruleArn }: ScheduleConfig, now: Date) {
  const [, , , region, account] = ruleArn.split(':');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [ruleArn],
    detail: {},
  };
}
