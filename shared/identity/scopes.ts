import type { GrantedScope, Role } from '#shared/context/household-context.ts';

/** The most a role may do, whatever its token grants. */
const BY_ROLE: Readonly<Record<Role, readonly GrantedScope[]>> = {
  owner: ['read', 'write', 'admin'],
  member: ['read', 'write'],
  viewer: ['read'],
};

/** The scopes that both the credentials and the role allow. */
export function grantedScopes(role: Role, requested: readonly string[]): GrantedScope[] {
  return BY_ROLE[role].filter((scope) => requested.includes(scope));
}
