import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { type JobHandler, job } from './job.ts';

/** A function that a schedule or a deployment invokes; the event is ignored. */
export function operation<Output>(work: () => Promise<Output>): JobHandler<Output> {
  return job('operation', z.unknown(), work);
}

/** An operation that a person may also invoke, with parameters. */
export function requestedOperation<Input extends Schema, Output>(
  input: Input,
  work: (input: z.output<Input>) => Promise<Output>,
): JobHandler<Output> {
  return job('operation', input, work);
}
