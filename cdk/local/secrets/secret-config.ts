import type { PasswordRules } from './generate-password.ts';

export interface SecretConfig {
  /** Name or ARN; found by either the same text or, for an ARN, by the name in it. */
  readonly arn: string;
  /** A value that is given; it may change from run to run. */
  readonly value: string | undefined;
  /** Made once and then kept. A secret with neither has no value. */
  readonly generate:
    | {
        /** JSON object that gets the password under `key`. */
        readonly template: string | undefined;
        readonly key: string | undefined;
        readonly password: PasswordRules;
      }
    | undefined;
}
