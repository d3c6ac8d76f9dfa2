import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { type Service, ServiceAway } from '#shared/errors/service-away.ts';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import { sendAwsRequest } from './aws-request.ts';
import { FrameReader } from './event-stream-frames.ts';

const FunctionError = z.object({ errorType: z.string() });
const Completion = z.object({
  ErrorCode: z.optional(z.string()),
  ErrorDetails: z.optional(z.string()),
});

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
 * Invokes another function of this system for what it writes, line by line as it comes, not yet validated.
 * The trace of the running invocation goes along beside the fields of the event.
 * @param service what a person knows the function as
 * @param gone aborted when nobody waits for more; the function ends when it next writes
 * @param timeoutMs time limit of the invocation: that of the function itself, which may take long
 * @throws ServiceAway when it was throttled, could not be reached, was ended before its end or lacked a
 *   service itself; an error of its code is one of ours
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
 */
export async function* streamFunction(
  service: Service,
  name: string,
  event: object,
  { gone, timeoutMs = 25_000 }: { readonly gone?: AbortSignal; readonly timeoutMs?: number } = {},
): AsyncGenerator<string> {
  const late = AbortSignal.timeout(timeoutMs);
  try {
    yield* linesOf(name, event, gone === undefined ? late : AbortSignal.any([gone, late]));
  } catch (error) {
    if (error instanceof FunctionFailed) throw error;
    throw new ServiceAway(service, error, { isBusy: error instanceof FunctionBusy });
  }
}

async function* linesOf(name: string, event: object, signal: AbortSignal): AsyncGenerator<string> {
  const { body } = await invoke(name, event, signal);
  if (body === null) throw new Error(`${name} did not answer anything`);
  const frames = new FrameReader();
  const text = new TextDecoder();
  let open = '';
  for await (const piece of body) {
    for (const { type, payload } of frames.add(piece)) {
      if (type === 'InvokeComplete') {
        throwFailure(name, payload.toString());
        if (open !== '') yield open;
        return;
      }
      if (type !== 'PayloadChunk') throw new Error(`${name} broke off: ${type} ${payload}`);
      const lines = (open + text.decode(payload, { stream: true })).split('\n');
      open = lines.pop() ?? '';
      yield* lines;
    }
  }
  throw new Error(`${name} broke off without an end`);
}

async function invoke(name: string, event: object, signal: AbortSignal): Promise<Response> {
  const address =
    process.env[ENV.lambdaEndpoint] ?? `https://lambda.${requireEnv(ENV.region)}.amazonaws.com`;
  const path = `/2021-11-15/functions/${encodeURIComponent(name)}/response-streaming-invocations`;
  const response = await sendAwsRequest(
    {
      service: 'lambda',
      method: 'POST',
      url: new URL(path, address),
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'RequestResponse' },
      body: JSON.stringify({ ...event, trace: currentTrace() }),
    },
    signal,
  );
  if (response.ok) return response;
  const body = (await response.text()).slice(0, 500);
  const said = `${name} did not answer: ${response.status} ${body}`;
  throw response.status === 429 ? new FunctionBusy(said) : new Error(said);
}

/** @throws what the end of an invocation says that it failed for */
function throwFailure(name: string, json: string): void {
  const { ErrorCode, ErrorDetails = '{}' } = Completion.parse(JSON.parse(json));
  if (ErrorCode === undefined) return;
  const failure = z.safeParse(FunctionError, parsed(ErrorDetails));
  const type = failure.success ? failure.data.errorType : '';
  const message = `${name} failed: ${ErrorCode} ${ErrorDetails.slice(0, 500)}`;
  if (type === LACKS_SERVICE) throw new FunctionBusy(message);
  // Without details its runtime ended it: it had no time or no memory to say more.
  throw type === '' || ENDED.test(type) ? new Error(message) : new FunctionFailed(message);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // what is no JSON is the runtime's own sentence
  }
}
