import * as z from 'zod/mini';

export const ROLES = ['owner', 'member', 'viewer'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const GRANTED_SCOPES = ['read', 'write', 'admin'] as const;
export const GrantedScope = z.enum(GRANTED_SCOPES);
export type GrantedScope = z.infer<typeof GrantedScope>;

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
