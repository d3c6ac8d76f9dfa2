export type ScheduleTarget =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'state-machine'; readonly arn: string };

/** A rule of the template that something runs by. */
export interface ScheduleConfig {
  /** The rule's logical id. */
  readonly name: string;
  readonly ruleArn: string;
  /** `rate(5 minutes)` or `cron(0 3 * * ? *)`, in UTC as EventBridge has it. */
  readonly expression: string;
  readonly target: ScheduleTarget;
  /** What the target gets; EventBridge's own event when the rule gives nothing. */
  readonly input: unknown;
  /** How often a delivery that the target refuses is tried again. */
  readonly retries: number;
  /** After this time it is tried no more. */
  readonly maxAgeSeconds: number;
}
