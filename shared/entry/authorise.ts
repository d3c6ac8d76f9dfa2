import * as z from 'zod/mini';
import { GRANTED_SCOPES, type HouseholdContext, Role } from '#shared/context/household-context.ts';
import { missingScope } from '#shared/errors/missing-scope.ts';
import { unauthorized } from '#shared/errors/unauthorized.ts';
import { UserError } from '#shared/errors/user-error.ts';
import type { Exchange } from './exchange.ts';
import type { Route } from './routes.ts';

/** What the authorizer adds to the event. API Gateway passes on strings only. */
const AuthorizerContext = z.object({
  householdId: z.uuid(),
  userId: z.uuid(),
  role: Role,
  scopes: z.string(),
  via: z.optional(z.string()),
});

/**
 * The household and user that the request acts for.
 * @throws UserError 401 without an authorizer context, 403 without the route's scope, or with a device
 *   key where somebody must be signed in
 */
export function authorise(exchange: Exchange, route: Route): HouseholdContext | undefined {
  if (route.scope === 'open') return undefined;
  const parsed = AuthorizerContext.safeParse(exchange.event.requestContext.authorizer);
  if (!parsed.success) {
    throw unauthorized();
  }
  const { scopes: scopeText, via, ...member } = parsed.data;
  const granted = scopeText.split(' ');
  const scopes = GRANTED_SCOPES.filter((scope) => granted.includes(scope));
  if (!scopes.includes(route.scope)) throw missingScope(route.scope);
  if (route.signedIn && via !== 'token') {
    throw new UserError('forbidden', 'device-key-refused', {
      pl: 'Klucz urządzenia do tego nie wystarcza. Zaloguj się.',
      en: 'A device key is not enough for this. Sign in.',
    });
  }
  return { ...member, scopes };
}
