import { Tracer } from '@aws-lambda-powertools/tracer';
import { ENV } from '#shared/env.ts';

/** Off where no Lambda runtime is; where it is, what is asked of other services is traced as well. */
const tracer = new Tracer({ serviceName: process.env[ENV.functionName] ?? 'foodsave' });

/**
 * Does the work as a part of its invocation's trace, with its ids to search by. For work behind
 * queues and workflows: a light endpoint has no room for the library (see trace.ts).
 */
export async function traced<Result>(
  name: string,
  ids: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!tracer.isTracingEnabled()) return await work();
  const whole = tracer.getSegment();
  const part = whole?.addNewSubsegment(name);
  if (whole === undefined || part === undefined) return await work();
  tracer.setSegment(part);
  tracer.annotateColdStart();
  for (const [key, id] of Object.entries(ids)) part.addAnnotation(key, id);
  try {
    return await work();
  } catch (error) {
    // Only the flag: the message of an error may be somebody's business, the log has its cause.
    part.addErrorFlag();
    throw error;
  } finally {
    part.close();
    tracer.setSegment(whole);
  }
}
