import * as z from 'zod/mini';
import { cookSchema } from './cook.ts';
import { defaultPlaceSchema } from './default-place.ts';
import { planChangeSchema, planCookSchema, planRemovalSchema, planSchema } from './meal-plans.ts';
import {
  addSchema,
  consumeSchema,
  freezeSchema,
  moveSchema,
  openSchema,
  wasteSchema,
} from './pantry.ts';
import { profileSchema } from './profile.ts';
import { receiptChangeSchema, uploadRetrySchema } from './receipts.ts';
import { shoppingItemSchema, shoppingListSchema } from './shopping.ts';

/** Every kind of change that an agent may propose; what each does stands in `proposal-kinds.ts`. */
const SCHEMAS = [
  cookSchema,
  profileSchema,
  defaultPlaceSchema,
  addSchema,
  consumeSchema,
  wasteSchema,
  openSchema,
  moveSchema,
  freezeSchema,
  receiptChangeSchema,
  uploadRetrySchema,
  planSchema,
  planChangeSchema,
  planRemovalSchema,
  planCookSchema,
  shoppingListSchema,
  shoppingItemSchema,
] as const;
export type ProposalKindName = (typeof SCHEMAS)[number]['kind'];

const [first, ...others] = SCHEMAS;

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
