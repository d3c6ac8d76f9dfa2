import { ENV, requireEnv } from '#shared/env.ts';
import { sendAwsRequest } from './aws-request.ts';

const SERVICES = {
  secretsmanager: { endpoint: ENV.secretsEndpoint, version: '1.1' },
  sqs: { endpoint: ENV.sqsEndpoint, version: '1.0' },
} as const;

/**
 * One operation of a service that speaks AWS JSON: `awsJson('sqs', 'AmazonSQS.SendMessage', {…})`.
 * Tries three times when the service is busy or unreachable.
 * @returns the parsed answer, to be checked by the caller.
 * @throws an error with the service's error type and message.
 */
export async function awsJson(
  service: keyof typeof SERVICES,
  target: string,
  input: unknown,
  options: { attempts?: number; timeoutMs?: number } = {},
): Promise<unknown> {
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
      const response = await sendAwsRequest(request, options.timeoutMs);
      if (response.ok) return await response.json();
      const text = (await response.text()).slice(0, 500);
      if (response.status < 500 && response.status !== 429) throw new AwsRefusal(target, text);
      throw new Error(`${target}: ${response.status} ${text}`);
    } catch (error) {
      if (error instanceof AwsRefusal || attempt >= attempts) throw error;
      await pause(50 * 2 ** attempt * Math.random());
    }
  }
}

class AwsRefusal extends Error {
  override readonly name = 'AwsRefusal';
  constructor(target: string, said: string) {
    super(`${target} was refused: ${said}`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
