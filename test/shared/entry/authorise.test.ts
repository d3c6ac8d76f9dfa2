import { describe, expect, test } from 'vitest';
import { authorise } from '#shared/entry/authorise.ts';
import { beginExchange } from '#shared/entry/exchange.ts';
import { defineRoutes } from '#shared/entry/routes.ts';
import { proxyEvent } from '#test/support/call.ts';

const route = { method: 'GET', summary: 'For tests.', replies: {} } as const;
const routes = defineRoutes('things', {
  open: { ...route, path: '/open', scope: 'open' },
  read: { ...route, path: '/read', scope: 'read' },
  write: { ...route, path: '/write', scope: 'write' },
  admin: { ...route, path: '/admin', scope: 'admin' },
  person: { ...route, path: '/person', scope: 'read', signedIn: true },
});
const ID = '01890000-0000-7000-8000-000000000001';
const owner = { householdId: ID, userId: ID, role: 'owner' };

function asked(context: object | undefined, name: keyof typeof routes) {
  const exchange = beginExchange(proxyEvent({ resource: `/${name}` }));
  const { requestContext } = exchange.event;
  Object.assign(requestContext, context === undefined ? {} : { authorizer: context });
  return () => authorise(exchange, routes[name]);
}

describe.each(['read', 'write', 'admin'] as const)('a route with the scope %s', (scope) => {
  test('accepts a caller with that scope', () => {
    expect(asked({ ...owner, scopes: scope }, scope)()).toEqual({ ...owner, scopes: [scope] });
    expect(asked({ ...owner, scopes: 'read write admin' }, scope)()).toEqual({
      ...owner,
      scopes: ['read', 'write', 'admin'],
    });
  });

  test('refuses a caller with other scopes or none: no scope includes another', () => {
    const others = ['read', 'write', 'admin'].filter((other) => other !== scope).join(' ');
    for (const scopes of ['', others, `${scope}er`, `foodsave-${scope}`, scope.toUpperCase()]) {
      expect(asked({ ...owner, scopes }, scope), scopes).toThrow(
        expect.objectContaining({ kind: 'forbidden', code: 'missing-scope' }),
      );
    }
  });

  test.each([
    ['no authorizer', undefined],
    ['no scopes', owner],
    ['no household', { userId: ID, role: 'owner', scopes: 'read write admin' }],
    ['an unknown role', { ...owner, role: 'guest', scopes: 'read write admin' }],
    ['an id that is none', { ...owner, householdId: '*', scopes: 'read write admin' }],
  ])('answers 401 where the event has %s', (_, context) => {
    expect(asked(context, scope)).toThrow(
      expect.objectContaining({ kind: 'unauthorized', code: 'unauthorized' }),
    );
  });
});

test('an open route has no household, even where an authorizer named one', () => {
  expect(asked(undefined, 'open')()).toBeUndefined();
  expect(asked({ ...owner, scopes: 'read write admin' }, 'open')()).toBeUndefined();
});

test('where somebody must be signed in a device key is refused, and what does not say how it came', () => {
  const scopes = 'read write admin';
  expect(asked({ ...owner, scopes, via: 'token' }, 'person')()).toMatchObject(owner);
  for (const via of ['device-key', 'TOKEN', undefined]) {
    expect(asked({ ...owner, scopes, via }, 'person')).toThrow(
      expect.objectContaining({ kind: 'forbidden', code: 'device-key-refused' }),
    );
  }
});
