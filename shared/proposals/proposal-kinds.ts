import * as z from 'zod/mini';
import { addKind } from './add-lots.ts';
import { cookKind } from './cook.ts';
import { defaultPlaceKind } from './default-place.ts';
import { planChangeKind, planCookKind, planKind, planRemovalKind } from './meal-plans.ts';
import { freezeKind, moveKind, openKind } from './move-lots.ts';
import { profileKind } from './profile.ts';
import type { ReadProposal } from './proposal-kind.ts';
import { receiptChangeKind } from './receipt-change.ts';
import type { ProposalKindName } from './schemas/proposal-schemas.ts';
import { shoppingItemKind, shoppingListKind } from './shopping.ts';
import { consumeKind, wasteKind } from './take-lots.ts';
import { uploadRetryKind } from './upload-retry.ts';

/** What each kind of proposal does. */
const KINDS: Readonly<Record<ProposalKindName, { read(payload: unknown): ReadProposal }>> = {
  cook: cookKind,
  profile: profileKind,
  add: addKind,
  consume: consumeKind,
  waste: wasteKind,
  open: openKind,
  move: moveKind,
  freeze: freezeKind,
  'default-place': defaultPlaceKind,
  'receipt-change': receiptChangeKind,
  'upload-retry': uploadRetryKind,
  'meal-plan': planKind,
  'meal-plan-change': planChangeKind,
  'meal-plan-removal': planRemovalKind,
  'meal-plan-cook': planCookKind,
  'shopping-list': shoppingListKind,
  'shopping-item': shoppingItemKind,
};
const BY_NAME = new Map(Object.entries(KINDS));

/** @throws Error for a kind that nobody knows, or a payload that is none of its kind */
export function readProposal(payload: unknown): ReadProposal {
  const { kind } = z.parse(z.object({ kind: z.string() }), payload);
  const found = BY_NAME.get(kind);
  if (found === undefined) throw new Error(`There are no proposals of kind ${kind}`);
  return found.read(payload);
}
