import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type JobHandler, job } from './job.ts';
import type { TimeLimit } from './time-limit.ts';

/** An agent that returns its whole answer, invoked by a workflow or directly. */
export function agent<Input extends Schema, Output>(
  input: Input,
  work: (input: z.output<Input>, limit: TimeLimit) => Promise<Output>,
): JobHandler<Output> {
  return job('agent', input, work);
}
