import type * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type JobHandler, job } from './job.ts';
import type { TimeLimit } from './time-limit.ts';

/** An agent that answers as a whole, asked by a workflow or by a direct invoke. */
export function agent<Input extends Schema, Output>(
  input: Input,
  work: (input: z.output<Input>, limit: TimeLimit) => Promise<Output>,
): JobHandler<Output> {
  return job('agent', input, work);
}
