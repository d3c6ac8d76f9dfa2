import { ENV, requireEnv } from '#shared/env.ts';
import { sendAwsRequest } from './aws-request.ts';

/**
 * Invokes another function of this system and waits for its result, not yet validated.
 * @param timeoutMs time limit of the invocation
 * @throws when it failed, was throttled or could not be reached
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invokeFunction(
  name: string,
  event: unknown,
  timeoutMs = 25_000,
): Promise<unknown> {
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
    timeoutMs,
  );
  if (!response.ok || response.headers.get('x-amz-function-error') !== null) {
    const body = (await response.text()).slice(0, 500);
    throw new Error(`${name} did not answer: ${response.status} ${body}`);
  }
  return await response.json();
}
