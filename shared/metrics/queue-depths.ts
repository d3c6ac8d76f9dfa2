import * as z from 'zod/mini';
import { ENV, type EnvName, requireEnv } from '#shared/env.ts';
import { log } from '#shared/telemetry/log.ts';

/** Queues by the names that they have in metrics. */
const QUEUES: Readonly<Record<string, EnvName>> = {
  receipts: ENV.receiptsQueueUrl,
  index: ENV.indexQueueUrl,
  chat: ENV.chatQueueUrl,
  'chat-background': ENV.chatBackgroundQueueUrl,
};

const Depth = z.object({
  Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }),
});

type AskSqs = (
  service: 'sqs',
  operation: string,
  input: unknown,
  options: { readonly attempts: number },
) => Promise<unknown>;

/** Messages that wait in each queue; a queue that does not answer is left out, and logged. */
export async function queueDepths(awsJson: AskSqs): Promise<ReadonlyMap<string, number>> {
  const depths = await Promise.all(
    Object.entries(QUEUES).map(async ([name, env]) => {
      const input = {
        QueueUrl: requireEnv(env),
        AttributeNames: ['ApproximateNumberOfMessages'],
      };
      try {
        const answer = await awsJson('sqs', 'AmazonSQS.GetQueueAttributes', input, { attempts: 1 });
        return [[name, Depth.parse(answer).Attributes.ApproximateNumberOfMessages] as const];
      } catch (error) {
        log.warn('A queue does not say how deep it is', { queue: name, error });
        return [];
      }
    }),
  );
  return new Map(depths.flat());
}
