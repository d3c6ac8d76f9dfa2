import { pingDatabase } from '#shared/database/ping.ts';
import { ENV, type EnvName, requireEnv } from '#shared/env.ts';
import { agentsLeftAlone } from '#shared/orchestration/agent-breaker.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';
import type { CheckName, Probe } from './health.ts';
import { type ModelProbeClients, modelsProbe } from './probe-models.ts';

/** The clients of the services that are checked; each throws when its service does not answer. */
export interface ProbeClients extends ModelProbeClients {
  redisSecret(id: string): Promise<{ readonly url: string; readonly token: string }>;
  awsJson(
    service: 'sqs',
    operation: string,
    input: unknown,
    options: { readonly attempts: number },
  ): Promise<unknown>;
  sendAwsRequest(
    request: {
      readonly service: 's3';
      readonly method: string;
      readonly url: URL;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    },
    signal: AbortSignal,
  ): Promise<Response>;
}

/** The probe of each component; `undefined` for what this version does not have yet. */
export function probesOf(clients: ProbeClients): Readonly<Record<CheckName, Probe>> {
  return {
    database: async () => {
      await pingDatabase();
      return undefined;
    },
    cache: async () => {
      const { url, token } = await clients.redisSecret(requireEnv(ENV.redisSecret));
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: '["PING"]',
        signal: AbortSignal.timeout(waitMs()),
      });
      await answer.arrayBuffer(); // left unread, it keeps the connection from the next probe
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return undefined;
    },
    storage: () => probeBucket(ENV.uploadsBucket, clients),
    queue: async () => {
      await clients.awsJson(
        'sqs',
        'AmazonSQS.GetQueueAttributes',
        {
          QueueUrl: requireEnv(ENV.receiptsQueueUrl),
          AttributeNames: ['ApproximateNumberOfMessages'],
        },
        { attempts: 1 },
      );
      return undefined;
    },
    orchestrator: async () => {
      const alone = await agentsLeftAlone(clients.breakers);
      if (alone.length > 0) throw new Error(alone.join(', '));
      return undefined;
    },
    llm: modelsProbe(clients),
    // The index is files in a bucket: whoever reaches that searches.
    vector_store: () => probeBucket(ENV.indexBucket, clients),
  };
}

async function probeBucket(name: EnvName, { sendAwsRequest }: ProbeClients): Promise<undefined> {
  const region = requireEnv(ENV.region);
  const endpoint = process.env[ENV.s3Endpoint] ?? `https://s3.${region}.amazonaws.com`;
  const url = new URL(`/${requireEnv(name)}`, endpoint);
  const request = { service: 's3', method: 'HEAD', url, headers: {}, body: '' } as const;
  const answer = await sendAwsRequest(request, AbortSignal.timeout(waitMs()));
  if (!answer.ok) throw new Error(`status ${answer.status}`);
}
