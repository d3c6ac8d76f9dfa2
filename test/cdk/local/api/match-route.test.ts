import { expect, test } from 'vitest';
import { matchRoute } from '#cdk/local/api/match-route.ts';

const routes = [
  '/{any+}',
  '/lots/{lotId}',
  '/lots/bookings',
  '/lots/{lotId}/open',
  '/{kind}/bookings/open',
  '/',
].map((path) => ({
  path,
  functionName: 'any',
  authorizer: undefined,
  streaming: true,
  timeoutMs: 1,
}));

test.each([
  ['/', '/', {}],
  ['/lots/bookings', '/lots/bookings', {}],
  ['/lots/bookings/', '/lots/bookings', {}],
  ['/lots/7', '/lots/{lotId}', { lotId: '7' }],
  ['/lots/bookings/open', '/lots/{lotId}/open', { lotId: 'bookings' }],
  ['/plans/bookings/open', '/{kind}/bookings/open', { kind: 'plans' }],
  ['/a/b%20c/d', '/{any+}', { any: 'a/b c/d' }],
  ['/lots/%E0%A4%A', '/lots/{lotId}', { lotId: '%E0%A4%A' }],
])('%s is the route %s', (path, route, pathParameters) => {
  const match = matchRoute(routes, path);
  expect(match?.route.path).toBe(route);
  expect(match?.pathParameters).toEqual(pathParameters);
});

test('what no route names is no route', () => {
  expect(matchRoute(routes.slice(1), '/lots/7/close')).toBeUndefined();
  expect(matchRoute(routes.slice(1), '/plans')).toBeUndefined();
});
