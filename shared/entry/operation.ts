import * as z from 'zod/mini';
import { type JobHandler, job } from './job.ts';

/** Something that a schedule or a deployment sets off; what the event says does not matter. */
export function operation<Output>(work: () => Promise<Output>): JobHandler<Output> {
  return job('operation', z.unknown(), work);
}
