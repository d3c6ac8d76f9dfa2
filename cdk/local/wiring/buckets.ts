import * as z from 'zod/mini';
import type { ResolvedResource } from './resolved-resource.ts';

const FilterRule = z.object({ Name: z.string(), Value: z.string() });

const Properties = z.object({
  NotificationConfiguration: z.optional(
    z.object({
      QueueConfigurations: z._default(
        z.array(
          z.object({
            Event: z.string(),
            Queue: z.string(),
            Filter: z.optional(z.object({ S3Key: z.object({ Rules: z.array(FilterRule) }) })),
          }),
        ),
        [],
      ),
    }),
  ),
  CorsConfiguration: z.optional(
    z.object({
      CorsRules: z.array(
        z.object({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z._default(z.array(z.string()), []),
          ExposedHeaders: z._default(z.array(z.string()), []),
          MaxAge: z.optional(z.coerce.number()),
        }),
      ),
    }),
  ),
});

/** `AWS::S3::Bucket` → name, cross-origin rules and the queues that hear of its objects. */
export function bucketOf(resource: ResolvedResource) {
  const { NotificationConfiguration, CorsConfiguration } = Properties.parse(
    resource.properties ?? {},
  );
  return {
    name: resource.ref,
    cors: (CorsConfiguration?.CorsRules ?? []).map((rule) => ({
      allowedOrigins: rule.AllowedOrigins,
      allowedMethods: rule.AllowedMethods,
      allowedHeaders: rule.AllowedHeaders,
      exposedHeaders: rule.ExposedHeaders,
      maxAgeSeconds: rule.MaxAge,
    })),
    notifications: (NotificationConfiguration?.QueueConfigurations ?? []).map((to) => ({
      events: [to.Event],
      prefix: filterOf(to.Filter?.S3Key.Rules, 'prefix'),
      suffix: filterOf(to.Filter?.S3Key.Rules, 'suffix'),
      queueArn: to.Queue,
    })),
  };
}

function filterOf(rules: z.infer<typeof FilterRule>[] | undefined, name: string): string {
  return rules?.find((rule) => rule.Name.toLowerCase() === name)?.Value ?? '';
}
