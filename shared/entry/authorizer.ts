import type { APIGatewayAuthorizerResult } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Caller } from '#shared/context/household-context.ts';
import { writeInvocationLine } from '#shared/telemetry/invocation-line.ts';
import { beginTrace } from '#shared/telemetry/invocation-trace.ts';
import { log } from '#shared/telemetry/log.ts';
import { sendSubsegment } from '#shared/telemetry/x-ray.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { type Headers, withLowerCaseNames } from './header-names.ts';
import { sentTrace } from './sent-trace.ts';

const AuthorizerEvent = z.looseObject({
  methodArn: z.string(),
  headers: z.nullish(z.record(z.string(), z.optional(z.string()))),
  requestContext: z.optional(z.looseObject({ requestId: z.string() })),
});

/** The error message that API Gateway answers with 401 (any other error is a 500). */
const UNAUTHORIZED = 'Unauthorized';

/** The middleware stack of the authorizer: identifies the caller and logs one line without the token. */
export function authorizer(findCaller: (headers: Headers) => Promise<Caller | undefined>) {
  return async (input: unknown, context?: unknown): Promise<APIGatewayAuthorizerResult> => {
    beginInvocation(context);
    const startedAt = performance.now();
    let failed = true;
    let caller: Caller | undefined;
    try {
      const event = AuthorizerEvent.parse(input);
      const headers = withLowerCaseNames(event.headers ?? {});
      beginTrace({ ...sentTrace(headers, event.requestContext?.requestId), context });
      caller = await findCaller(headers);
      failed = false;
      if (caller !== undefined) return allow(caller, event.methodArn);
    } catch (error) {
      log.error('The authorizer failed', { error });
      throw error;
    } finally {
      endInvocation();
      const fields = { allowed: caller !== undefined, household: caller?.householdId };
      const duration = writeInvocationLine({ kind: 'operation', startedAt, failed, fields });
      sendSubsegment('authorizer', duration, failed, fields);
    }
    throw new Error(UNAUTHORIZED);
  };
}

/** Allows the whole stage: endpoints check scopes themselves, and API Gateway may cache the policy. */
function allow(caller: Caller, methodArn: string): APIGatewayAuthorizerResult {
  const [api, stage] = methodArn.split('/');
  return {
    principalId: caller.userId,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${api}/${stage}/*` }],
    },
    context: {
      householdId: caller.householdId,
      userId: caller.userId,
      role: caller.role,
      scopes: caller.scopes.join(' '),
      via: caller.via,
    },
  };
}
