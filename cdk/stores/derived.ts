import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { privateBucket } from './private-bucket.ts';

/** The search index: derived from Postgres, so an old version is worth nothing. */
export class Index extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct) {
    super(scope, 'index');
    this.bucket = privateBucket(this, 'Bucket', {});
  }
}

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
}
