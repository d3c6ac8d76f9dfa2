import { expect, test } from 'vitest';
import { grantedScopes } from '#shared/identity/scopes.ts';

const ALL = ['read', 'write', 'admin'];

test.each([
  ['owner', ['read', 'write', 'admin']],
  ['member', ['read', 'write']],
  ['viewer', ['read']],
] as const)('the role %s allows %j and no more, whatever is asked for', (role, allowed) => {
  expect(grantedScopes(role, ALL)).toEqual(allowed);
  expect(grantedScopes(role, [...ALL, 'openid', ''])).toEqual(allowed);
});

test('nothing is granted that was not asked for', () => {
  expect(grantedScopes('owner', [])).toEqual([]);
  expect(grantedScopes('owner', ['write'])).toEqual(['write']);
  expect(grantedScopes('owner', ['WRITE', 'writer'])).toEqual([]);
});
