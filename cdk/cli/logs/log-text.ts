import * as z from 'zod/mini';
import { METRIC_UNITS } from '#shared/telemetry/metric-names.ts';
import type { LogLine } from './log-line.ts';

type Colour = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';
/** Colours a text, where the terminal has colours. */
export type Paint = (colour: Colour, text: string) => string;

/** Said at a place of their own, or to machines. */
const NOT_SHOWN = new Set([
  ...['level', 'message', 'timestamp', 'service', 'trace', 'error', 'requestId', 'invocationId'],
  ...['method', 'route', 'status', '_aws', 'stage', 'coldStart', 'xray_trace_id', 'operation'],
  ...Object.keys(METRIC_UNITS),
]);
const COLOURS: Readonly<Record<string, Colour>> = {
  ERROR: 'red',
  CRITICAL: 'red',
  WARN: 'yellow',
  DEBUG: 'dim',
};
const MAX_STACK_LINES = 6;

const Failure = z.object({
  name: z._default(z.string(), 'Error'),
  message: z._default(z.string(), ''),
  stack: z.optional(z.string()),
});

/** A line of the log as a person reads it: when, how bad, who, what, how long, for which request. */
export function logText(line: LogLine, paint: Paint): string {
  const { level, service, requestId } = line;
  const colour = COLOURS[level] ?? 'cyan';
  const parts = [
    paint('dim', clockTime(line.timestamp)),
    paint(colour, printable(level).padEnd(5)),
    paint('bold', printable(service).padEnd(16)),
    printable(whatOf(line)),
    ...timesOf(line),
    ...fieldsOf(line).map((field) => paint('dim', printable(field))),
    ...(requestId === undefined ? [] : [paint('dim', printable(requestId))]),
  ];
  return [parts.join(' '), ...failureLines(line, paint)].join('\n');
}

/** In the zone of the terminal. */
export function clockTime(timestamp: string | number): string {
  const at = new Date(timestamp);
  if (Number.isNaN(at.getTime())) return ' '.repeat(12);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':');
  return `${clock}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}

function whatOf({ message, method, route, status }: LogLine): string {
  const of = [method, route, status].filter((part) => part !== undefined);
  return [message, ...of].join(' ');
}

function timesOf({ trace, coldStart }: LogLine): string[] {
  if (trace === undefined) return [];
  const { ms, queries = 0, queryMs = 0, modelCalls = 0, waitMs } = trace;
  return [
    `${ms} ms`,
    ...(queries > 0 ? [`SQL ${queries}/${queryMs} ms`] : []),
    ...(modelCalls > 0 ? [`model ${modelCalls}/${trace.modelMs} ms`] : []),
    ...(waitMs === undefined ? [] : [`queue ${waitMs} ms`]),
    ...(coldStart === true ? ['cold'] : []),
  ];
}

function fieldsOf(line: LogLine): string[] {
  return Object.entries(line).flatMap(([name, value]) => {
    if (NOT_SHOWN.has(name) || value === undefined || value === null) return [];
    return [`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}

function failureLines({ error }: LogLine, paint: Paint): string[] {
  const failure = z.safeParse(Failure, error);
  if (!failure.success) return [];
  const { name, message, stack = '' } = failure.data;
  const calls = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [
    paint('red', `    ${printable(`${name}: ${message}`)}`),
    ...calls
      .slice(0, MAX_STACK_LINES)
      .map((call) => paint('dim', `      ${printable(call.trim())}`)),
  ];
}

/** Whatever stands in a log, it gives a terminal no commands. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
