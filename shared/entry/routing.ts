import { UserError } from '#shared/errors/user-error.ts';
import type { Route } from './routes.ts';

export type FindRoute = (method: string, resource: string) => Route;

/** Carries the methods that the path allows, for the Allow header. */
export class MethodNotAllowed extends Error {
  override readonly name = 'MethodNotAllowed';
  readonly allow: string;

  constructor(allow: string) {
    super('method not allowed');
    this.allow = allow;
  }
}

/**
 * Finds the route of a request by the gateway's `resource` (the path with its braces). HEAD is answered by
 * the route of GET; `respond` sends no body.
 * @throws UserError `unknown-route`, or MethodNotAllowed
 */
export function routeFinder(routes: Iterable<Route>): FindRoute {
  const byPath = new Map<string, Map<string, Route>>();
  for (const route of routes) {
    const methods = byPath.get(route.path) ?? new Map<string, Route>();
    if (methods.has(route.method)) throw new Error(`Two routes: ${route.method} ${route.path}`);
    byPath.set(route.path, methods.set(route.method, route));
  }
  return (method, resource) => {
    const methods = byPath.get(resource);
    if (methods === undefined) {
      throw new UserError('not-found', 'unknown-route', {
        pl: 'Nie ma takiego adresu.',
        en: 'There is nothing at this address.',
      });
    }
    const route = methods.get(method === 'HEAD' ? 'GET' : method);
    if (route === undefined) {
      const allowed = [...methods.keys()].flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : one));
      throw new MethodNotAllowed(allowed.join(', '));
    }
    return route;
  };
}
