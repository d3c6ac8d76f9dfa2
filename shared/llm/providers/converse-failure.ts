import * as z from 'zod/mini';
import { retryAfterMs } from '#shared/waiting/retry-after.ts';
import {
  type ProviderFailure,
  statusFailure,
  unreachable,
  unreadable,
} from './provider-failure.ts';

/** What the SDK hangs on the errors it throws. */
const FromService = z.object({
  $metadata: z.object({ httpStatusCode: z.optional(z.number()) }),
  $response: z.optional(z.object({ headers: z.record(z.string(), z.string()) })),
});

/** Errors that arrive inside a stream have no status; by then the model has worked. */
const IN_STREAM: Readonly<Record<string, number>> = {
  ThrottlingException: 429,
  ServiceUnavailableException: 503,
  InternalServerException: 500,
  ModelStreamErrorException: 500,
  ValidationException: 400,
};

/** What an error of the SDK says, by its status and name alone. */
export function converseFailure(error: unknown): ProviderFailure {
  const name = error instanceof Error ? error.name : 'unknown';
  if (/Abort|Timeout(?!Exception)/.test(name)) return unreachable(error);
  const service = z.safeParse(FromService, error);
  const status = service.data?.$metadata.httpStatusCode;
  const inStream = IN_STREAM[name];
  if (status !== undefined && status >= 400) {
    const header = service.data?.$response?.headers['retry-after'];
    return statusFailure(status, name, retryAfterMs(header));
  }
  if (inStream !== undefined) return { ...statusFailure(inStream, name), mayBeBilled: true };
  if (status !== undefined || error instanceof SyntaxError) return unreadable(name);
  return unreachable(error);
}
