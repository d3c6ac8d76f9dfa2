import type { GrantedScope, Role } from '#shared/context/household-context.ts';

/** What a role may do at most, whatever its token says. */
const BY_ROLE: Readonly<Record<Role, readonly GrantedScope[]>> = {
  owner: ['read', 'write', 'admin'],
  member: ['read', 'write'],
  viewer: ['read'],
};

/** What the credentials allow and the role may do. */
export function grantedScopes(role: Role, asked: readonly string[]): GrantedScope[] {
  return BY_ROLE[role].filter((scope) => asked.includes(scope));
}
