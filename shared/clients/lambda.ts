import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { type Service, ServiceAway } from '#shared/errors/service-away.ts';
import { sendAwsRequest } from './aws-request.ts';

const FunctionError = z.object({ errorType: z.string() });

/** Errors of a function that are none of its code: its runtime ended it, or a service it needs is away. */
const ENDED = /^(Sandbox\.|Runtime\.)/;
const LACKS_SERVICE = 'ServiceAway';

class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}

/** The function was not at fault: another time it may well answer. */
class FunctionBusy extends Error {
  override readonly name = 'FunctionBusy';
}

/**
 * Invokes another function of this system and waits for its result, not yet validated.
 * @param service what a person knows the function as
 * @param gone aborted when nobody waits for the result any more; the function itself goes on
 * @param timeoutMs time limit of the invocation: that of the function itself, which may take long
 * @throws ServiceAway when it was throttled, could not be reached or lacked a service itself; an error
 *   of its code is one of ours
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invokeFunction(
  service: Service,
  name: string,
  event: unknown,
  { gone, timeoutMs = 25_000 }: { readonly gone?: AbortSignal; readonly timeoutMs?: number } = {},
): Promise<unknown> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    return await invoke(name, event, gone === undefined ? late : AbortSignal.any([gone, late]));
  } catch (error) {
    if (error instanceof FunctionFailed) throw error;
    throw new ServiceAway(service, error, { isBusy: error instanceof FunctionBusy });
  }
}

async function invoke(name: string, event: unknown, signal: AbortSignal): Promise<unknown> {
  const address =
    process.env[ENV.lambdaEndpoint] ?? `https://lambda.${requireEnv(ENV.region)}.amazonaws.com`;
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
  const response = await sendAwsRequest(
    {
      service: 'lambda',
      method: 'POST',
      url: new URL(path, address),
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
      body: JSON.stringify(event),
    },
    signal,
  );
  if (!response.ok) {
    const body = (await response.text()).slice(0, 500);
    const said = `${name} did not answer: ${response.status} ${body}`;
    throw response.status === 429 ? new FunctionBusy(said) : new Error(said);
  }
  const answer: unknown = await response.json();
  if (response.headers.get('x-amz-function-error') === null) return answer;
  const failure = z.safeParse(FunctionError, answer);
  const type = failure.success ? failure.data.errorType : '';
  const message = `${name} failed: ${JSON.stringify(answer).slice(0, 500)}`;
  if (type === LACKS_SERVICE) throw new FunctionBusy(message);
  throw ENDED.test(type) ? new Error(message) : new FunctionFailed(message);
}
