import { Duration, Stack } from 'aws-cdk-lib';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { FoodSaveFunction } from '#cdk/compute/foodsave-function.ts';
import { acknowledge } from '#cdk/nag/acknowledge.ts';
import { ENV } from '#shared/env.ts';
import { privateBucket } from './private-bucket.ts';

/** `list` shows that it is there. */
export type IndexAccess = 'list' | 'read' | 'read-write' | 'erase';

const ACTIONS: Readonly<Record<IndexAccess, string[]>> = {
  list: [],
  read: ['s3:GetObject'],
  'read-write': ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
  erase: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
};

/** The search index: derived from Postgres, so an old version is worth nothing. */
export class Index extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct) {
    super(scope, 'index');
    this.bucket = privateBucket(this, 'Bucket', {});
  }

  grantAccess(fn: FoodSaveFunction, access: IndexAccess): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.setEnv(ENV.indexBucket, this.bucket.bucketName);
    if (access === 'erase') fn.allow(['s3:ListBucketVersions'], [this.bucket.bucketArn]);
    if (access === 'list') return;
    fn.allow(ACTIONS[access], [this.bucket.arnForObjects('chunks/*')]);
    // What LanceDB prints is no line of the function's log.
    fn.setEnv(ENV.lanceLog, 'error');
    const bucket = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(bucket)) throw new Error('The index has no L1 bucket');
    const id = Stack.of(this).getLogicalId(bucket);
    acknowledge(
      fn,
      'Keys hold the ids of households and the names LanceDB gives, unknown at deployment.',
      `AwsSolutions-IAM5[Resource::<${id}.Arn>/chunks/*]`,
    );
  }
}

/** What a function may do with backups. */
export type BackupsAccess = readonly ('read' | 'write' | 'remove')[];

const BACKUP_ACTIONS: Readonly<Record<BackupsAccess[number], string>> = {
  read: 's3:GetObject',
  write: 's3:PutObject',
  remove: 's3:DeleteObject',
};

/** Backups: a deleted one can be restored for a month. */
export class Backups extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct) {
    super(scope, 'backups');
    this.bucket = privateBucket(this, 'Bucket', {
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    });
  }

  grantAccess(fn: FoodSaveFunction, access: BackupsAccess): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.setEnv(ENV.backupsBucket, this.bucket.bucketName);
    fn.allow(
      access.map((kind) => BACKUP_ACTIONS[kind]),
      [this.bucket.arnForObjects('*')],
    );
    const bucket = this.bucket.node.defaultChild;
    if (!CfnBucket.isCfnBucket(bucket)) throw new Error('The backups have no L1 bucket');
    acknowledge(
      fn,
      'Keys hold the ids of backups and hashes of files, unknown at deployment.',
      `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(bucket)}.Arn>/*]`,
    );
  }
}
