import { expect, test } from 'vitest';
import { matchRoute } from '#cdk/local/api/match-route.ts';

const routes = [
  'ANY /{any+}',
  'GET /lots/{lotId}',
  'GET /lots/bookings',
  'ANY /lots/{lotId}',
  'POST /lots/{lotId}/open',
  'POST /{kind}/bookings/open',
  'GET /',
].map((route) => {
  const [method = '', path = ''] = route.split(' ');
  const rest = { functionName: route, authorizer: undefined, streaming: true, timeoutMs: 1 };
  return { method, path, ...rest };
});

test.each([
  ['GET', '/', 'GET /', {}],
  ['GET', '/lots/bookings', 'GET /lots/bookings', {}],
  ['GET', '/lots/bookings/', 'GET /lots/bookings', {}],
  ['GET', '/lots/7', 'GET /lots/{lotId}', { lotId: '7' }],
  ['DELETE', '/lots/7', 'ANY /lots/{lotId}', { lotId: '7' }],
  ['POST', '/lots/bookings/open', 'POST /lots/{lotId}/open', { lotId: 'bookings' }],
  ['POST', '/plans/bookings/open', 'POST /{kind}/bookings/open', { kind: 'plans' }],
  ['GET', '/a/b%20c/d', 'ANY /{any+}', { any: 'a/b c/d' }],
  ['GET', '/lots/%E0%A4%A', 'GET /lots/{lotId}', { lotId: '%E0%A4%A' }],
])('%s %s is the route %s', (method, path, route, pathParameters) => {
  const match = matchRoute(routes, method, path);
  expect(match?.route.functionName).toBe(route);
  expect(match?.pathParameters).toEqual(pathParameters);
});

test('what no route names is no route', () => {
  expect(matchRoute(routes.slice(1), 'GET', '/lots/7/open')).toBeUndefined();
  expect(matchRoute(routes.slice(1), 'PUT', '/')).toBeUndefined();
});

test('an address that lacks the method is not another address', () => {
  expect(matchRoute(routes, 'PUT', '/lots/bookings')).toBeUndefined();
});
