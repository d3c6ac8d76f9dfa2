import { parseArgs } from 'node:util';
import { UsageError } from '#cdk/command.ts';
import { isRequestId } from '#shared/telemetry/trace-context.ts';
import { LANGUAGE } from '../api.ts';
import type { LogLine } from './log-line.ts';
import { LOG_WORDS } from './log-words.ts';

const OPTIONS = {
  function: { type: 'string' },
  level: { type: 'string', default: 'debug' },
  request: { type: 'string' },
  since: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const AGO = /^([1-9]\d{0,5})([smhd])$/;
const DAY = /^\d{4}-\d\d-\d\d/;

const words = LOG_WORDS[LANGUAGE];

/** Which lines are shown. */
export interface LogOptions {
  readonly function: string | undefined;
  /** Place in the order of levels below which nothing is shown. */
  readonly level: number;
  readonly request: string | undefined;
  /** Epoch milliseconds. */
  readonly since: number | undefined;
}

/** Reads the arguments of `npm run logs`. @throws UsageError naming the one that makes no sense */
export function readLogOptions(args: readonly string[], now: number): LogOptions | 'help' {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') throw usage(words.unknown(token.value));
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(OPTIONS, token.name)) throw usage(words.unknown(token.rawName));
    if (token.name !== 'help' && !token.value) throw usage(words.empty(token.rawName));
  }
  if (values.help !== false) return 'help';
  const [request, since] = [textOf(values.request), textOf(values.since)];
  if (request !== undefined && !isRequestId(request)) throw usage(words.badRequest(request));
  const level = LEVELS.indexOf(String(values.level).toLowerCase());
  if (level < 0) throw usage(words.badLevel(String(values.level)));
  return {
    function: textOf(values.function),
    level,
    request,
    since: since === undefined ? undefined : instantOf(since, now),
  };
}

/** Whether a line is one of those that were asked for. */
export function isWanted(line: LogLine, options: LogOptions): boolean {
  const { function: name, level, request, since } = options;
  if (name !== undefined && !line.service.includes(name)) return false;
  if (LEVELS.indexOf(line.level.toLowerCase()) < level) return false;
  if (request !== undefined && line.requestId !== request) return false;
  return since === undefined || !(Date.parse(line.timestamp) < since);
}

function instantOf(text: string, now: number): number {
  const [, count, unit] = AGO.exec(text) ?? [];
  if (count !== undefined) return now - Number(count) * (UNITS[unit ?? ''] ?? 0);
  const instant = DAY.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw usage(words.badSince(text));
  return instant;
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function usage(problem: string): UsageError {
  return new UsageError(`${problem}\n\n${words.usage}`);
}
