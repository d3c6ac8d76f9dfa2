import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { InlineRole } from './inline-role.ts';

/**
 * A role that may write to the function's own log, and nothing more. AWS's managed policy would let
 * every function write every log of the account.
 */
export function functionRole(scope: Construct, logGroup: LogGroup): InlineRole {
  const role = new InlineRole(scope, 'Role', 'lambda.amazonaws.com');
  logGroup.grantWrite(role);
  return role;
}
