import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnQueuePolicy, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import type { EnvName } from '#shared/env.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';

/** After five failures a message is not unlucky, but wrong. */
const MAX_RECEIVES = 5;

/** A queue with a place for what cannot be worked off; both encrypted and TLS only. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #env: EnvName;

  /** @param env the environment name under which functions find the queue's URL. */
  constructor(scope: Construct, id: string, props: { env: EnvName; consumerSeconds: number }) {
    super(scope, id);
    this.#env = props.env;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Lambda's advice: six timeouts, so that retries of a throttled function do not overlap.
      visibilityTimeout: Duration.seconds(6 * props.consumerSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }

  grantSend(fn: FoodSaveFunction): void {
    fn.allow(['sqs:SendMessage'], [this.queue.queueArn]);
    fn.tell(this.#env, this.queue.queueUrl);
  }

  /** How many wait, without a look at any. */
  grantWatch(fn: FoodSaveFunction): void {
    fn.allow(['sqs:GetQueueAttributes'], [this.queue.queueArn]);
    fn.tell(this.#env, this.queue.queueUrl);
  }

  feed(fn: FoodSaveFunction, { maxConcurrency }: { maxConcurrency: number }): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 10,
        maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** The queue's policy, for those who must not come before it. */
  get policy(): IConstruct {
    const policy = this.queue.node.findAll().find((each) => CfnQueuePolicy.isCfnQueuePolicy(each));
    if (!policy) throw new Error(`${this.node.path} has no policy`);
    return policy;
  }
}
