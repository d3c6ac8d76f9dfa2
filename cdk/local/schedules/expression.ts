/** When a schedule runs, as croner's constructor takes it. */
export interface CronerTimes {
  readonly pattern: string;
  readonly interval: { readonly interval?: number; readonly startAt?: Date };
}

const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };

/**
 * EventBridge's schedule expression in croner's terms.
 * @throws Error naming the schedule for what croner would read otherwise
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function timesOf(name: string, expression: string): CronerTimes {
  const refuse = (why: string): never => {
    throw new Error(`Schedule ${name}: ${why}: ${expression}`);
  };
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
  if (cron === null) return refuse('unknown expression');
  const [, minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year] = cron;
  if (year !== '*') refuse('a year is not known here');
  // croner takes a run when either of the two fits, EventBridge lets only one of them be given.
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) refuse('one of the two days must be ?');
  if (/[LW#]/.test(dayOfMonth + dayOfWeek.replace(/[A-Z]{3}/g, ''))) {
    refuse('L, W and # are not known here');
  }
  // EventBridge counts Sunday as 1, croner as 0. What follows a slash is a step.
  const weekday = fromStart(dayOfWeek, 7).replace(/(?<!\/)\d/g, (digit) =>
    String(Number(digit) - 1),
  );
  const fields = [
    fromStart(minute, 59),
    fromStart(hour, 23),
    fromStart(dayOfMonth, 31),
    fromStart(month, 12),
    weekday,
  ];
  return { pattern: fields.join(' ').replaceAll('?', '*'), interval: {} };
}

/** `5/20` (from 5 on, every 20) as croner writes it: `5-59/20`. */
function fromStart(field: string, max: number): string {
  return field.replace(/(^|,)(\d+)\//g, `$1$2-${max}/`);
}
