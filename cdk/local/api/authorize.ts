import * as z from 'zod/mini';
import type { Functions } from '#cdk/local/functions/functions.ts';

const Policy = z.object({
  principalId: z.string(),
  policyDocument: z.object({
    Statement: z.array(
      z.object({
        Effect: z.enum(['Allow', 'Deny']),
        Resource: z.union([z.string(), z.array(z.string())]),
      }),
    ),
  }),
  context: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});

export type Verdict =
  | { readonly allowed: true; readonly context: Readonly<Record<string, unknown>> }
  | { readonly allowed: false; readonly response: string };

/** Invokes the authorizer and evaluates its policy as API Gateway does. */
export async function authorize(
  functions: Functions,
  authorizer: string,
  event: { readonly methodArn: string },
): Promise<Verdict> {
  const result = await functions.invoke(authorizer, event);
  if (!result.ok) {
    if (result.reason === 'throttled') return { allowed: false, response: 'THROTTLED' };
    const refused = result.error.errorMessage === 'Unauthorized';
    return { allowed: false, response: refused ? 'UNAUTHORIZED' : 'AUTHORIZER_FAILURE' };
  }
  const policy = Policy.safeParse(result.payload);
  if (!policy.success) return { allowed: false, response: 'AUTHORIZER_CONFIGURATION_ERROR' };
  const { policyDocument, principalId, context } = policy.data;
  const matching = policyDocument.Statement.filter(({ Resource }) =>
    [Resource].flat().some((pattern) => covers(pattern, event.methodArn)),
  );
  const denied = matching.length === 0 || matching.some(({ Effect }) => Effect === 'Deny');
  if (denied) return { allowed: false, response: 'ACCESS_DENIED' };
  // API Gateway passes every value on as text.
  const texts = Object.entries(context ?? {}).map(([name, value]) => [name, String(value)]);
  return { allowed: true, context: { ...Object.fromEntries(texts), principalId } };
}

/** `*` stands for any letters, slashes included. */
function covers(pattern: string, arn: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(arn);
}
