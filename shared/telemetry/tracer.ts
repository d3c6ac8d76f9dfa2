import { Tracer } from '@aws-lambda-powertools/tracer';
import { ENV } from '#shared/env.ts';
import { currentRequestId } from './invocation-trace.ts';

/** Off outside the Lambda runtime; inside it, calls of other services are traced too. */
const tracer = new Tracer({ serviceName: process.env[ENV.functionName] ?? 'foodsave' });

/**
 * Runs the work as a subsegment of the invocation's trace, annotated with its ids. For work behind
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
    // Only the flag: an error message may hold personal data; the log has the cause.
    part.addErrorFlag();
    throw error;
  } finally {
    // Known for certain only now: what works off a line finds out for whom.
    part.addAnnotation('requestId', currentRequestId() ?? '');
    part.close();
    tracer.setSegment(whole);
  }
}
