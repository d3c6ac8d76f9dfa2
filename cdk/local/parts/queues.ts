import { QUEUE, queueOf } from '#cdk/local/resources/queues.ts';
import { startSqs } from '#cdk/local/sqs/server.ts';
import type { Part } from './part.ts';

export const queues: Part = {
  types: [QUEUE],
  port: 'sqs',
  service: 'SQS',
  async start({ state, credentials, stack, accountId, port }) {
    const sqs = await startSqs({
      state,
      credentials,
      port: port('sqs'),
      account: accountId,
      queues: stack.all(QUEUE).map(queueOf),
    });
    return { queues: sqs.store, close: () => sqs.close() };
  },
};
