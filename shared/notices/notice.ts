import * as z from 'zod/mini';
import { ProfileAdditions } from '#shared/households/profile-additions.ts';
import { NamedFood } from '#shared/statements/named-food.ts';
import { Restriction, Who } from '#shared/statements/statement.ts';
import { PantryFact } from './pantry-fact.ts';
import { PlanningFact } from './planning-fact.ts';
import { ReceiptFact } from './receipt-fact.ts';

/** A name, not a text: a notice is worded by the orchestration. */
const Name = z.string().check(z.overwrite((name) => name.replace(/\s+/g, ' ').slice(0, 300)));
const Names = z.array(Name).check(z.maxLength(100));

/** Who must not eat it, because of what, by which words; as `Refusal` of the allergy gate. */
export const Because = z.object({ person: Name, allergens: Names, evidence: Names });
export type Because = z.infer<typeof Because>;

const Codes = z.object({ person: Name, code: Name, evidence: Name });

/**
 * What is said of food that is not offered: what, for whom and why. The gate does not read it, for it
 * has to name what somebody must not eat; so an agent gives the facts alone and never the words.
 */
export const Notice = z.discriminatedUnion('about', [
  /** What is in the house, and what was spent on it. */
  z.object({ about: z.literal('pantry'), fact: PantryFact }),
  /** What was read of receipts, and what may be wrong with it. */
  z.object({ about: z.literal('receipt'), fact: ReceiptFact }),
  /** What is to be bought, and what of a wish for a plan is not met. */
  z.object({ about: z.literal('planning'), fact: PlanningFact }),
  /** Of the recipes offered some use what is past its best-before date. */
  z.object({ about: z.literal('past-best-before') }),
  /** What is left out for the rest of the session. */
  z.object({ about: z.literal('held'), restrictions: z.array(Restriction) }),
  z.object({ about: z.literal('lifted'), restrictions: z.array(Restriction) }),
  /** What was said of people holds for the session; `profiles` are proposed to hold it always. */
  z.object({
    about: z.literal('remembered'),
    profiles: z.array(z.object({ name: Name, adds: ProfileAdditions })),
  }),
  z.object({ about: z.literal('unknown-food'), foods: z.array(NamedFood) }),
  /** Foods at hand that are not used. */
  z.object({
    about: z.literal('not-used'),
    foods: z.array(z.object({ name: Name, people: Names })),
  }),
  /** Asks whether foods are at hand or to be left out. */
  z.object({ about: z.literal('at-hand-or-not'), foods: z.array(NamedFood) }),
  /** A recipe that was chosen and is none any more. */
  z.object({ about: z.literal('recipe-out'), title: Name, against: z.array(Codes) }),
  z.object({
    about: z.literal('still-in-recipe'),
    found: z.array(z.object({ words: Name, code: Name })),
  }),
  /** What was asked for by name and is not offered. */
  z.object({
    about: z.literal('not-offered'),
    dishes: z.array(z.extend(Because, { title: Name })),
    more: z.int(),
  }),
  z.object({
    about: z.literal('left-in-pantry'),
    lots: z.array(z.extend(Because, { name: Name })),
  }),
  /** What the gate kept back: an answer, an offer (`title`), or the remarks on one (`remark`). */
  z.object({
    about: z.literal('withheld'),
    title: z.nullable(Name),
    remark: z.boolean(),
    refusals: z.array(Because),
  }),
  /** What authorities advise about food that may make ill: an id of `shared/food-safety`. */
  z.object({ about: z.literal('food-risk'), id: Name }),
  /** The answer to whether somebody may eat a food. */
  z.object({
    about: z.literal('verdict'),
    food: Name,
    verdict: z.enum(['contains', 'may-contain', 'unknown', 'none-found']),
    against: z.array(z.extend(Codes, { personId: z.string() })),
    people: Names,
    has: Names,
    mayHave: Names,
    recipes: Names,
    who: Who,
    /** Whether it was asked for somebody pregnant, ill or very young. */
    medical: z.boolean(),
  }),
]);
export type Notice = z.infer<typeof Notice>;
export type NoticeAbout<About extends Notice['about']> = Extract<Notice, { about: About }>;
