export type Role = 'owner' | 'member' | 'viewer';
export type GrantedScope = 'read' | 'write' | 'admin';

/** The household and person that a request acts for, as the authorizer determined them. */
export interface HouseholdContext {
  readonly householdId: string;
  readonly userId: string;
  readonly role: Role;
  readonly scopes: readonly GrantedScope[];
}

/** A household context with the kind of credentials that proved it. */
export interface Caller extends HouseholdContext {
  readonly via: 'token' | 'device-key';
}
