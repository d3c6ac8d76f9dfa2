import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag on one construct and what lies below it, with the reason.
 * A finding about a wildcard names it: `AwsSolutions-IAM5[Resource::*]`.
 */
export function acknowledge(
  construct: IConstruct,
  reason: string,
  ...ids: readonly string[]
): void {
  for (const id of ids) Validations.of(construct).acknowledge({ id, reason });
}
