import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';
import { sendAwsRequest } from './aws-request.ts';

const SERVICES = {
  secretsmanager: { endpoint: ENV.secretsEndpoint, version: '1.1' },
  sqs: { endpoint: ENV.sqsEndpoint, version: '1.0' },
} as const;

/** Services also throttle with status 400: `ThrottlingException`, `RequestThrottled`. */
const THROTTLED = /throttl|TooManyRequests/i;

const ErrorBody = z.object({ __type: z.string() });

/**
 * Calls an operation of a service with the AWS JSON protocol: `awsJson('sqs', 'AmazonSQS.SendMessage', {…})`.
 * Tries three times when the service is busy or unreachable, together for as long as a wait may take.
 * @returns the parsed response, not yet validated.
 * @throws AwsRefusal for an error that a retry would not change; else the error of the last attempt
 */
export async function awsJson(
  service: keyof typeof SERVICES,
  target: string,
  input: unknown,
  options: { attempts?: number } = {},
): Promise<unknown> {
  const signal = AbortSignal.timeout(waitMs());
  const { endpoint, version } = SERVICES[service];
  const address =
    process.env[endpoint] ?? `https://${service}.${requireEnv(ENV.region)}.amazonaws.com`;
  const request = {
    service,
    method: 'POST',
    url: new URL('/', address),
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target },
    body: JSON.stringify(input),
  };
  const attempts = options.attempts ?? 3;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await sendAwsRequest(request, signal);
      if (response.ok) return await response.json();
      const text = await response.text();
      const code = errorCodeOf(text);
      const busy = response.status >= 500 || response.status === 429 || THROTTLED.test(code);
      if (!busy) throw new AwsRefusal(target, code, text);
      throw new Error(`${target}: ${response.status} ${text.slice(0, 500)}`);
    } catch (error) {
      if (isAwsRefusal(error) || attempt >= attempts || signal.aborted) throw error;
      await pause(50 * 2 ** attempt * Math.random());
    }
  }
}

class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal';
  /** `QueueDoesNotExist`; empty when the response was not in the service's format. */
  readonly code: string;
  constructor(target: string, code: string, body: string) {
    super(`${target} was refused: ${body.slice(0, 500)}`);
    this.code = code;
  }
}

export function isAwsRefusal(error: unknown): error is AwsRefusal {
  return error instanceof AwsRefusal;
}

/** `{"__type": "com.amazonaws.sqs#QueueDoesNotExist"}` → `QueueDoesNotExist` */
function errorCodeOf(body: string): string {
  try {
    const parsed = ErrorBody.safeParse(JSON.parse(body));
    return parsed.success ? (parsed.data.__type.split('#').at(-1) ?? '') : '';
  } catch {
    return '';
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
