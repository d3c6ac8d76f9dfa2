import * as z from 'zod/mini';
import type { LifecycleRule } from '#cdk/local/s3/bucket-config.ts';
import { whole } from './property-schemas.ts';

const days = z.optional(whole(1, 36_500));

/** Classes whose objects are read like any other; one from an archive would have to be restored first. */
const StorageClass = z.enum(['INTELLIGENT_TIERING', 'STANDARD_IA', 'ONEZONE_IA', 'GLACIER_IR']);

export const lifecycle = z.strictObject({
  Rules: z.array(
    z.strictObject({
      Status: z.enum(['Enabled', 'Disabled']),
      Prefix: z.optional(z.string()),
      ExpirationInDays: days,
      AbortIncompleteMultipartUpload: z.optional(
        z.strictObject({ DaysAfterInitiation: whole(1, 36_500) }),
      ),
      Transitions: z.optional(z.array(z.strictObject({ StorageClass }))),
    }),
  ),
});

/** What of the lifecycle below `path` changes nothing here, and why. */
export function lifecycleIgnored(path: string): Record<string, string> {
  const NO_VERSIONS = 'only the newest version of an object is kept';
  const PRICE = 'classes of storage differ only in price';
  return {
    [`${path}.Rules.Id`]: 'only names the rule',
    [`${path}.Rules.NoncurrentVersionExpiration`]: NO_VERSIONS,
    [`${path}.Rules.NoncurrentVersionTransitions`]: NO_VERSIONS,
    [`${path}.Rules.ExpiredObjectDeleteMarker`]: NO_VERSIONS,
    [`${path}.Rules.Transitions.TransitionInDays`]: PRICE,
    [`${path}.TransitionDefaultMinimumObjectSize`]: PRICE,
  };
}

export function lifecycleOf({ Rules }: z.infer<typeof lifecycle>): LifecycleRule[] {
  return Rules.filter(({ Status }) => Status === 'Enabled').map((rule) => ({
    prefix: rule.Prefix ?? '',
    expireAfterDays: rule.ExpirationInDays,
    abortMultipartAfterDays: rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
  }));
}
