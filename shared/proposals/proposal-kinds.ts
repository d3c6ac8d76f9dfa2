import * as z from 'zod/mini';
import { cookKind } from './cook.ts';
import { profileKind } from './profile.ts';
import type { ReadProposal } from './proposal-kind.ts';

/** Every kind of change that an agent may propose. */
const KINDS = [cookKind, profileKind] as const;

const [first, ...others] = KINDS;

/** What an agent proposes; nothing of it happens before somebody confirms it. */
export const ProposalPayload = z.discriminatedUnion('kind', [
  first.payload,
  ...others.map(({ payload }) => payload),
]);
export type ProposalPayload = z.infer<typeof ProposalPayload>;

/** A proposal as it stands in a reply. */
export const Proposal = z.discriminatedUnion('kind', [
  first.view,
  ...others.map(({ view }) => view),
]);
export type Proposal = z.infer<typeof Proposal>;

/** @throws Error for a kind that nobody knows, or a payload that is none of its kind */
export function readProposal(payload: unknown): ReadProposal {
  const { kind } = z.parse(z.object({ kind: z.string() }), payload);
  const found = KINDS.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There are no proposals of kind ${kind}`);
  return found.read(payload);
}
