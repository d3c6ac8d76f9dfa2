import { handler } from '#functions/api/members/handler.ts';
import type { Caller, HouseholdContext, Role } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';

type By = HouseholdContext | Caller;

const MEMBERS = '/api/v2/household/members';
const MEMBER = `${MEMBERS}/{memberId}`;
const INVITATIONS = '/api/v2/household/invitations';
const INVITATION = `${INVITATIONS}/{invitation}`;

export const list = (household: By, query: Record<string, string> = {}) =>
  call(handler, { resource: MEMBERS, household, query });

export const read = (household: By, memberId: string) =>
  call(handler, { resource: MEMBER, household, params: { memberId } });

/** @param headers If-Match any version, unless the test is about it */
export const change = (
  household: By,
  memberId: string,
  body: object,
  headers: Record<string, string> = { 'If-Match': '*' },
) =>
  call(handler, {
    method: 'PATCH',
    resource: MEMBER,
    household,
    params: { memberId },
    headers,
    body,
  });

export const remove = (household: By, memberId: string) =>
  call(handler, { method: 'DELETE', resource: MEMBER, household, params: { memberId } });

export const invite = (household: By, role: Role = 'member', more: object = {}) =>
  call(handler, {
    method: 'POST',
    resource: INVITATIONS,
    household,
    body: { role, ...more },
  });

export const listInvitations = (household: By) =>
  call(handler, { resource: INVITATIONS, household });

export const revoke = (household: By, invitation: string) =>
  call(handler, { method: 'DELETE', resource: INVITATION, household, params: { invitation } });

export const accept = (household: By, code: string, headers: Record<string, string> = {}) =>
  call(handler, {
    method: 'POST',
    resource: `${INVITATION}/accept`,
    household,
    params: { invitation: code },
    headers,
  });
