import { expect, test } from 'vitest';
import type { GrantedScope, Role } from '#shared/context/household-context.ts';
import { grantedScopes } from '#shared/identity/scopes.ts';

const SCOPES: readonly GrantedScope[] = ['read', 'write', 'admin'];
const LIMITS: Readonly<Record<Role, readonly GrantedScope[]>> = {
  owner: ['read', 'write', 'admin'],
  member: ['read', 'write'],
  viewer: ['read'],
};
const ROLES: readonly Role[] = ['owner', 'member', 'viewer'];
const SUBSETS = Array.from({ length: 8 }, (_, bits) =>
  SCOPES.filter((_scope, at) => (bits & (1 << at)) !== 0),
);

test.each(ROLES)(
  'a token of the %s grants what it names, and of that only what the role may',
  (role) => {
    for (const asked of SUBSETS) {
      const allowed = asked.filter((scope) => LIMITS[role].includes(scope));
      expect(grantedScopes(role, asked), asked.join(' ')).toEqual(allowed);
    }
  },
);

test.each(ROLES)('a token that names none of our scopes grants the %s nothing', (role) => {
  for (const asked of [[], [''], ['openid', 'email'], ['reader', 'readwrite', 'READ', 'write ']]) {
    expect(grantedScopes(role, asked)).toEqual([]);
  }
});
