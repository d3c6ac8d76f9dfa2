import * as z from 'zod/mini';
import type { ScheduleConfig, ScheduleTarget } from '#cdk/local/schedules/schedule-config.ts';
import { whole } from './property-schemas.ts';
import { DESCRIPTION, PERMISSIONS, TAGS } from './reasons.ts';
import { arnOf, nameOf, type Resource, resourceType } from './resource-type.ts';

/** EventBridge tries for a day, and no more than 185 times. */
const MAX_ATTEMPTS = 185;
const DAY_SECONDS = 86_400;

const STATE_MACHINE = /^arn:aws:states:[^:]*:[^:]*:stateMachine:/;
const FUNCTION_OR_STATE_MACHINE =
  /^arn:aws:(lambda:[^:]*:[^:]*:function|states:[^:]*:[^:]*:stateMachine):/;

const Properties = z.strictObject({
  Name: z.optional(z.string()),
  EventBusName: z.optional(z.literal('default')),
  ScheduleExpression: z.string(),
  State: z._default(z.enum(['ENABLED', 'DISABLED']), 'ENABLED'),
  Targets: z._default(
    z.array(
      z.strictObject({
        Arn: z.string().check(z.regex(FUNCTION_OR_STATE_MACHINE)),
        Input: z.optional(z.string()),
        RetryPolicy: z.optional(
          z.strictObject({
            MaximumRetryAttempts: z.optional(whole(0, MAX_ATTEMPTS)),
            MaximumEventAgeInSeconds: z.optional(whole(60, DAY_SECONDS)),
          }),
        ),
      }),
    ),
    [],
  ),
});

export const RULE = resourceType({
  name: 'AWS::Events::Rule',
  identify({ logicalId, Properties: { Name } }, place, resolve) {
    const name = nameOf(Name, resolve, logicalId);
    return { ref: name, attributes: { Arn: arnOf(place, 'events', `rule/${name}`) } };
  },
  honoured: Properties,
  ignored: {
    Description: DESCRIPTION,
    RoleArn: PERMISSIONS,
    'Targets.Id': 'only names the target within its rule',
    'Targets.RoleArn': PERMISSIONS,
    Tags: TAGS,
  },
});

/** One schedule for each target of a rule, none for a rule that is disabled. */
export function schedulesOf(resource: Resource<z.infer<typeof Properties>>): ScheduleConfig[] {
  const { ScheduleExpression, State, Targets } = resource.properties;
  if (State === 'DISABLED') return [];
  return Targets.map(({ Arn, Input, RetryPolicy }) => ({
    name: resource.logicalId,
    ruleArn: resource.attribute('Arn'),
    expression: ScheduleExpression,
    target: targetOf(Arn),
    input: Input === undefined ? undefined : JSON.parse(Input),
    retries: RetryPolicy?.MaximumRetryAttempts ?? MAX_ATTEMPTS,
    maxAgeSeconds: RetryPolicy?.MaximumEventAgeInSeconds ?? DAY_SECONDS,
  }));
}

function targetOf(arn: string): ScheduleTarget {
  return STATE_MACHINE.test(arn) ? { kind: 'state-machine', arn } : { kind: 'function', name: arn };
}
