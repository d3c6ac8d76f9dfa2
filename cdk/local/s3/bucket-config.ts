/** A bucket as the template describes it. */
export interface BucketConfig {
  readonly name: string;
  readonly cors: readonly CorsRule[];
  readonly notifications: readonly NotificationRule[];
  readonly lifecycle: readonly LifecycleRule[];
  /** Deleting leaves a marker, which is how the event is named; earlier versions are not kept. */
  readonly versioned: boolean;
}

/** What happens to objects below a prefix some days after they were written. */
export interface LifecycleRule {
  readonly prefix: string;
  readonly expireAfterDays: number | undefined;
  readonly abortMultipartAfterDays: number | undefined;
}

export interface CorsRule {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAgeSeconds: number | undefined;
}

export interface NotificationRule {
  /** `s3:ObjectCreated:*`, `s3:ObjectCreated:Put`, … */
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly queueArn: string;
}
