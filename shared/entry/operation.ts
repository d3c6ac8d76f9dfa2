import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type JobHandler, job } from './job.ts';

/** Something that a schedule or a deployment sets off; what the event says does not matter. */
export function operation<Output>(work: () => Promise<Output>): JobHandler<Output> {
  return job('operation', z.unknown(), work);
}

/** An operation that a person may also invoke, with a request that says what is to be done. */
export function requestedOperation<Input extends Schema, Output>(
  input: Input,
  work: (input: z.output<Input>) => Promise<Output>,
): JobHandler<Output> {
  return job('operation', input, work);
}
