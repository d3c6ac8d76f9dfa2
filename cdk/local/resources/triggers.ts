import * as z from 'zod/mini';
import { DEPLOYMENT } from './reasons.ts';
import { resourceType } from './resource-type.ts';

/** A function that a deployment runs before anything else, here at every start. */
export const TRIGGER = resourceType({
  name: 'Custom::Trigger',
  honoured: z.strictObject({
    HandlerArn: z.string(),
    InvocationType: z.optional(z.literal('RequestResponse')),
  }),
  ignored: {
    ServiceToken: 'the target runs the function itself',
    ExecuteOnHandlerChange: DEPLOYMENT,
    Timeout: 'the time limit of the function itself ends it',
  },
});
