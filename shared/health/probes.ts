import { awsJson } from '#shared/clients/aws-json.ts';
import { sendAwsRequest } from '#shared/clients/aws-request.ts';
import { redisSecret } from '#shared/clients/secrets.ts';
import { withoutHousehold } from '#shared/database/with-household.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { type CheckName, PROBE_LIMIT_MS, type Probe } from './health.ts';

/** How each part is asked; what this version does not have yet is `undefined` and says so. */
export const probes: Readonly<Record<CheckName, Probe>> = {
  database: async () => {
    await withoutHousehold((client) => client.query('select 1'));
    return undefined;
  },
  cache: async () => {
    const { url, token } = await redisSecret(requireEnv(ENV.redisSecret));
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: '["PING"]',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return undefined;
  },
  storage: async () => {
    const bucket = requireEnv(ENV.uploadsBucket);
    const region = requireEnv(ENV.region);
    const endpoint = process.env[ENV.s3Endpoint] ?? `https://s3.${region}.amazonaws.com`;
    const answer = await sendAwsRequest(
      {
        service: 's3',
        method: 'HEAD',
        url: new URL(`/${bucket}`, endpoint),
        headers: {},
        body: '',
      },
      PROBE_LIMIT_MS,
    );
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return undefined;
  },
  queue: async () => {
    await awsJson(
      'sqs',
      'AmazonSQS.GetQueueAttributes',
      {
        QueueUrl: requireEnv(ENV.receiptsQueueUrl),
        AttributeNames: ['ApproximateNumberOfMessages'],
      },
      { attempts: 1, timeoutMs: PROBE_LIMIT_MS },
    );
    return undefined;
  },
  orchestrator: undefined,
  llm: undefined,
  vector_store: undefined,
};
