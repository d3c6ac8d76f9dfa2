import { Duration, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket, HttpMethods, StorageClass } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import type { WorkQueue } from '#cdk/compute/work-queue.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import type { Stage } from '#cdk/stage.ts';
import { ENV } from '#shared/env.ts';
import { privateBucket } from './private-bucket.ts';

/** What a function may do with objects below a prefix. */
type ObjectAccess = 'read' | 'write' | 'abort';

/** First part of an object's key: originals, and what each step of the workflow writes for the next. */
const PREFIXES = ['uploads', 'readings', 'parsed', 'matched', 'extracted', 'exports'] as const;
type UploadPrefix = (typeof PREFIXES)[number];

const ACTIONS: Readonly<Record<ObjectAccess, string>> = {
  read: 's3:GetObject',
  write: 's3:PutObject',
  abort: 's3:AbortMultipartUpload',
};

/** Every version of what a household has, and the marks of those that were deleted. */
const ERASING = ['s3:DeleteObject', 's3:DeleteObjectVersion'];

/**
 * Objects by prefix: `{ uploads: ['read'] }`; `list` shows which exist, without their content, and `erase`
 * removes them for good.
 */
export type UploadsAccess =
  | 'list'
  | 'erase'
  | Readonly<Partial<Record<UploadPrefix, readonly ObjectAccess[]>>>;

/** What a function may do below each prefix. */
function actionsBelow(access: UploadsAccess): [string, readonly string[]][] {
  if (access === 'list') return [];
  if (access === 'erase') return PREFIXES.map((prefix) => [prefix, ERASING]);
  return Object.entries(access).map(([prefix, kinds]) => [
    prefix,
    kinds.map((kind) => ACTIONS[kind]),
  ]);
}

/**
 * Originals stay for good, an overwritten one for a month; intermediate results for a quarter, exports for a
 * week.
 */
export class Uploads extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'uploads');
    this.bucket = privateBucket(this, 'Bucket', {
      versioned: true,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedOrigins: [...stage.webOrigins],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { noncurrentVersionExpiration: Duration.days(30) },
        {
          prefix: 'uploads/',
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) },
          ],
        },
        ...['readings/', 'parsed/', 'matched/', 'extracted/'].map((prefix) => ({
          prefix,
          expiration: Duration.days(90),
        })),
        {
          prefix: 'exports/',
          expiration: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
    });
  }

  grantAccess(fn: FoodSaveFunction, access: UploadsAccess): void {
    for (const [prefix, actions] of actionsBelow(access)) {
      fn.allow([...actions], [this.bucket.arnForObjects(`${prefix}/*`)]);
      acknowledge(
        fn,
        'Keys hold the ids of households and uploads, unknown at deployment.',
        `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(this.#construct)}.Arn>/${prefix}/*]`,
      );
    }
    this.#grantList(fn);
    if (access === 'erase') fn.allow(['s3:ListBucketVersions'], [this.bucket.bucketArn]);
  }

  /** Without the permission to list, S3 answers 403 for an object that is only missing. */
  #grantList(fn: FoodSaveFunction): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.setEnv(ENV.uploadsBucket, this.bucket.bucketName);
  }

  /**
   * Sends a message for every original that arrives. On the L1 bucket, since the L2 bucket adds a custom
   * resource with a function. The queue trusts the account, as the bucket does not exist before it.
   */
  notify(queue: WorkQueue): void {
    queue.queue.grantSendMessages(
      new ServicePrincipal('s3.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.#construct.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: 'uploads/' }] } },
        },
      ],
    };
    // S3 tries to send when it is configured, so the permission must be there first.
    this.bucket.node.addDependency(queue.policy);
  }

  get #construct(): CfnBucket {
    const construct = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(construct)) throw new Error('The uploads bucket has no L1 bucket');
    return construct;
  }
}
