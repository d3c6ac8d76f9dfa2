import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '#cdk/nag/acknowledge.ts';

/** Private, encrypted, TLS only, kept when the stack is deleted; unfinished uploads expire after a day. */
export function privateBucket(
  scope: Construct,
  id: string,
  { lifecycleRules = [], ...props }: Pick<BucketProps, 'versioned' | 'cors' | 'lifecycleRules'>,
): Bucket {
  const always: LifecycleRule = { abortIncompleteMultipartUploadAfter: Duration.days(1) };
  const bucket = new Bucket(scope, id, {
    ...props,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [always, ...lifecycleRules],
  });
  acknowledge(
    bucket,
    'Only named roles of this stack reach it, and each logs what it does; access logs would double the cost.',
    'AwsSolutions-S1',
  );
  return bucket;
}
