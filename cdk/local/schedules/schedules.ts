import { Cron } from 'croner';
import type { Invoker } from '#cdk/local/functions/invoker.ts';

export interface ScheduleConfig {
  readonly name: string;
  /** `rate(5 minutes)` or `cron(0 3 * * ? *)`, in UTC as EventBridge has it. */
  readonly expression: string;
  readonly functionName: string;
  readonly input: unknown;
}

/** Starts functions at the template's times. A run that is still going on is not started twice. */
export function startSchedules(schedules: readonly ScheduleConfig[], invoker: Invoker) {
  const running = new Set<Promise<unknown>>();
  const jobs = schedules.map(({ name, expression, functionName, input }) => {
    const { pattern, interval } = whenOf(name, expression);
    return new Cron(pattern, { timezone: 'UTC', protect: true, ...interval }, async () => {
      const run = invoker.invoke(functionName, input);
      running.add(run);
      await run.finally(() => running.delete(run));
    });
  });
  return {
    async close(): Promise<void> {
      for (const job of jobs) job.stop();
      await Promise.all(running);
    },
  };
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/** EventBridge's expression in croner's words. @throws Error naming the schedule */
export function whenOf(
  name: string,
  expression: string,
): { pattern: string; interval: { interval?: number; startAt?: Date } } {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const seconds = Number(rate[1]) * (SECONDS[rate[2] ?? ''] ?? 0);
    // The first run comes after one period, as on AWS.
    return {
      pattern: '* * * * * *',
      interval: { interval: seconds, startAt: new Date(Date.now() + seconds * 1000) },
    };
  }
  const cron = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(expression);
  if (cron === null) throw new Error(`Schedule ${name}: unknown expression ${expression}`);
  const [, minute, hour, dayOfMonth, month, dayOfWeek, year] = cron;
  if (year !== '*') throw new Error(`Schedule ${name}: a year is not known here: ${expression}`);
  // EventBridge counts Sunday as 1, everybody else as 0.
  const weekday = dayOfWeek?.replace(/\d/g, (digit) => String(Number(digit) - 1));
  return {
    pattern: [minute, hour, dayOfMonth, month, weekday].join(' ').replaceAll('?', '*'),
    interval: {},
  };
}
