import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type JobHandler, job } from './job.ts';
import type { TimeLimit } from './time-limit.ts';

/** A step of a workflow: takes its slice of the state and returns the new state. */
export function step<Input extends Schema, Output>(
  input: Input,
  work: (input: z.output<Input>, limit: TimeLimit) => Promise<Output>,
): JobHandler<Output> {
  return job('step', input, work);
}
