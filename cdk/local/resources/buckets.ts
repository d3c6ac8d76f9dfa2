import * as z from 'zod/mini';
import type { BucketConfig } from '#cdk/local/s3/bucket-config.ts';
import { BUCKET_EVENTS } from '#cdk/local/s3/notification.ts';
import { lifecycle, lifecycleIgnored, lifecycleOf } from './bucket-lifecycle.ts';
import { whole } from './property-schemas.ts';
import { ENCRYPTION, PERMISSIONS, TAGS } from './reasons.ts';
import { nameOf, type Resource, resourceType } from './resource-type.ts';

const FilterRule = z.strictObject({
  Name: z.string().check(z.regex(/^(prefix|suffix)$/i)),
  Value: z.string(),
});

const Properties = z.strictObject({
  BucketName: z.optional(z.string()),
  NotificationConfiguration: z.optional(
    z.strictObject({
      QueueConfigurations: z._default(
        z.array(
          z.strictObject({
            Event: z.enum(BUCKET_EVENTS),
            Queue: z.string(),
            Filter: z.optional(
              z.strictObject({ S3Key: z.strictObject({ Rules: z.array(FilterRule) }) }),
            ),
          }),
        ),
        [],
      ),
    }),
  ),
  CorsConfiguration: z.optional(
    z.strictObject({
      CorsRules: z.array(
        z.strictObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.enum(['GET', 'PUT', 'HEAD', 'POST', 'DELETE'])),
          AllowedHeaders: z._default(z.array(z.string()), []),
          ExposedHeaders: z._default(z.array(z.string()), []),
          MaxAge: z.optional(whole(0, 2_147_483_647)),
        }),
      ),
    }),
  ),
  LifecycleConfiguration: z.optional(lifecycle),
  // Requests for another version than the newest are refused.
  VersioningConfiguration: z.optional(z.strictObject({ Status: z.enum(['Enabled', 'Suspended']) })),
});

export const BUCKET = resourceType({
  name: 'AWS::S3::Bucket',
  identify({ logicalId, Properties: { BucketName } }, _place, resolve) {
    const name = nameOf(BucketName, resolve, logicalId.toLowerCase());
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
  },
  honoured: Properties,
  ignored: {
    ...lifecycleIgnored('LifecycleConfiguration'),
    'CorsConfiguration.CorsRules.Id': 'only names the rule',
    BucketEncryption: ENCRYPTION,
    PublicAccessBlockConfiguration: PERMISSIONS,
    OwnershipControls: PERMISSIONS,
    Tags: TAGS,
  },
});

/** A bucket with its cross-origin rules, its lifecycle and the queues that get its events. */
export function bucketOf(resource: Resource<z.infer<typeof Properties>>): BucketConfig {
  const { NotificationConfiguration, CorsConfiguration, LifecycleConfiguration } =
    resource.properties;
  return {
    name: resource.ref,
    versioned: resource.properties.VersioningConfiguration !== undefined,
    cors: (CorsConfiguration?.CorsRules ?? []).map((rule) => ({
      allowedOrigins: rule.AllowedOrigins,
      allowedMethods: rule.AllowedMethods,
      allowedHeaders: rule.AllowedHeaders,
      exposedHeaders: rule.ExposedHeaders,
      maxAgeSeconds: rule.MaxAge,
    })),
    lifecycle: LifecycleConfiguration === undefined ? [] : lifecycleOf(LifecycleConfiguration),
    notifications: (NotificationConfiguration?.QueueConfigurations ?? []).map((to) => ({
      event: to.Event,
      prefix: filterOf(to.Filter?.S3Key.Rules, 'prefix'),
      suffix: filterOf(to.Filter?.S3Key.Rules, 'suffix'),
      queueArn: to.Queue,
    })),
  };
}

function filterOf(rules: z.infer<typeof FilterRule>[] | undefined, name: string): string {
  return rules?.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? '';
}
