import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnQueuePolicy, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import type { EnvName } from '#shared/env.ts';
import type { FoodSaveFunction } from './foodsave-function.ts';

/** After five failures the message itself is at fault. */
const MAX_RECEIVES = 5;

/** `read-depth`: the number of waiting messages, without their content. */
export type QueueAccess = 'send' | 'read-depth' | 'consume';

export interface WorkQueueProps {
  /** The variable that holds the queue's URL. */
  readonly env: EnvName;
  readonly consumerSeconds: number;
  /** Invocations of the consumer at the same time. */
  readonly maxConcurrency: number;
  /** Messages that one invocation takes: one where each may take as long as the function. */
  readonly batchSize?: number;
}

/** A queue with dead letters; both encrypted and TLS only. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #props: WorkQueueProps;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.#props = props;
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // AWS recommends six timeouts, so that retries of a throttled function do not overlap.
      visibilityTimeout: Duration.seconds(6 * props.consumerSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
  }

  grantAccess(fn: FoodSaveFunction, access: readonly QueueAccess[]): void {
    if (access.includes('send')) this.grantSend(fn);
    if (access.includes('read-depth')) this.grantReadDepth(fn);
    if (access.includes('consume')) this.addConsumer(fn);
  }

  grantSend(fn: FoodSaveFunction): void {
    fn.allow(['sqs:SendMessage'], [this.queue.queueArn]);
    fn.setEnv(this.#props.env, this.queue.queueUrl);
  }

  grantReadDepth(fn: FoodSaveFunction): void {
    fn.allow(['sqs:GetQueueAttributes'], [this.queue.queueArn]);
    fn.setEnv(this.#props.env, this.queue.queueUrl);
  }

  addConsumer(fn: FoodSaveFunction): void {
    fn.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: this.#props.batchSize ?? 10,
        maxConcurrency: this.#props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** The queue's policy, for resources that depend on it. */
  get policy(): IConstruct {
    const policy = this.queue.node.findAll().find((each) => CfnQueuePolicy.isCfnQueuePolicy(each));
    if (!policy) throw new Error(`${this.node.path} has no policy`);
    return policy;
  }
}
