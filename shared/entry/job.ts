import middy from '@middy/core';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { PermanentError } from '#shared/errors/permanent-error.ts';
import { stepFailure } from '#shared/errors/step-failure.ts';
import { type Invocation, writeInvocationLine } from '#shared/telemetry/invocation-line.ts';
import { beginTrace } from '#shared/telemetry/invocation-trace.ts';
import { log } from '#shared/telemetry/log.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';
import { traced } from '#shared/telemetry/tracer.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { prepareMetrics, sendMetrics } from './send-metrics.ts';
import { type TimeLimit, timeLimitOf } from './time-limit.ts';

/** What Lambda calls: JSON in, JSON out. */
export type JobHandler<Output> = (event: unknown, context?: unknown) => Promise<Output>;

/**
 * The middleware stack under `consumer()`, `step()`, `agent()` and `operation()`: validates the input,
 * does the work, logs one line; a failure is logged once and rethrown for the caller to retry.
 * Invalid input is a permanent error.
 */
export function job<Input extends Schema, Output>(
  kind: Invocation['kind'],
  schema: Input,
  work: (input: z.output<Input>, limit: TimeLimit) => Promise<Output>,
): JobHandler<Output> {
  interface Run {
    readonly startedAt: number;
    readonly event: unknown;
    readonly trace: unknown;
    fields: Readonly<Record<string, string>>;
  }
  const line = (run: Run, failed: boolean) =>
    writeInvocationLine({ kind, startedAt: run.startedAt, failed, fields: run.fields });

  const stack = middy<Run, Output>({
    timeoutEarlyInMillis: 0, // the runtime ends it; the workflow or the queue retries
    requestEnd: async () => {
      endInvocation();
      await sendMetrics();
    },
    requestStart: (request) => {
      beginInvocation(request.context);
      const { trace, event } = unpacked(request.event);
      beginTrace({ trace: readTraceContext(trace), context: request.context });
      prepareMetrics();
      request.event = { startedAt: performance.now(), event, trace, fields: {} };
    },
  })
    .onError((request) => {
      log.error(`The ${kind} failed`, { error: request.error, ...request.event.fields });
      line(request.event, true);
      throw stepFailure(request.error);
    })
    .after(({ event }) => {
      line(event, false);
    });
  return stack.handler(async (run: Run, context: unknown) => {
    run.fields = idsOf(run.event);
    const input = z.safeParse(schema, run.event);
    if (!input.success) {
      throw new PermanentError('bad-input', z.prettifyError(input.error));
    }
    const output = await traced(kind, run.fields, () => work(input.data, timeLimitOf(context)));
    return packed(output, run.trace);
  }) as unknown as JobHandler<Output>; // Middy's types also allow callbacks
}

/** An event without the trace that its sender put beside its own fields. */
function unpacked(sent: unknown): { readonly event: unknown; readonly trace?: unknown } {
  if (typeof sent !== 'object' || sent === null || !('trace' in sent)) return { event: sent };
  const { trace, ...event } = sent;
  return { event, trace };
}

/** The state of a workflow is what its last step returned, and the trace belongs to it. */
function packed<Output>(output: Output, trace: unknown): Output {
  const isState = typeof output === 'object' && output !== null && !Array.isArray(output);
  if (trace === undefined || !isState) return output;
  return { ...output, trace };
}

/** The ids of an input, for the log: everything else in it may be private. */
function idsOf(event: unknown): Record<string, string> {
  if (typeof event !== 'object' || event === null) return {};
  const entries = Object.entries(event).filter(([name, value]) => {
    return name.endsWith('Id') && typeof value === 'string';
  });
  return Object.fromEntries(entries);
}
