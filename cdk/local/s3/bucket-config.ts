/** A bucket as the template describes it. */
export interface BucketConfig {
  readonly name: string;
  readonly cors: readonly CorsRule[];
  readonly notifications: readonly NotificationRule[];
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
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  readonly queueArn: string;
}
