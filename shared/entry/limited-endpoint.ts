import { type CountAll, configuredRateLimiter } from '#shared/limits/rate-limiter.ts';
import { endpoint } from './endpoint.ts';
import type { RouteSpec, Routes } from './routes.ts';

/** `endpoint()` for routes with a limit, whose requests are counted so. */
export function limitedEndpoint(countAll: CountAll) {
  return <const Specs extends Readonly<Record<string, RouteSpec>>>(
    routes: Routes<Specs>,
    handlers: Parameters<typeof endpoint<Specs>>[1],
  ) => endpoint(routes, handlers, configuredRateLimiter(countAll));
}
