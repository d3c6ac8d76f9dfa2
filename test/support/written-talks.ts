import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { handler as chat } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from './call.ts';

const Turn = z.strictObject({
  say: z.string(),
  /** All of them, any of them, none of them; in any case of letters. */
  has: z.optional(z.array(z.string())),
  any: z.optional(z.array(z.string())),
  not: z.optional(z.array(z.string())),
  /** Whether it asks which. */
  asks: z.optional(z.literal(true)),
  /** The kind of the one proposal; none where it is left out. */
  proposes: z.optional(z.string()),
  /** Whether something was written. */
  written: z.optional(z.boolean()),
  /** That it cites something, of which kinds, or nothing. */
  cites: z.optional(z.union([z.literal(true), z.array(z.string())])),
  degraded: z.optional(z.literal(true)),
  /** By shop: what lines cost, what they are, on which day, afterwards. */
  receipt: z.optional(z.record(z.string(), z.record(z.string(), z.nullable(z.string())))),
  product: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
  day: z.optional(z.record(z.string(), z.string())),
  /** The status of the newest upload afterwards. */
  upload: z.optional(z.string()),
});
export type WrittenTurn = z.infer<typeof Turn>;

const Talk = z.strictObject({
  id: z.string(),
  house: z.optional(z.string()),
  web: z.optional(z.enum(['off', 'broken'])),
  people: z.optional(z.array(z.object({ name: z.string(), allergies: z.array(z.string()) }))),
  turns: z.array(Turn),
});
export type WrittenTalk = z.infer<typeof Talk>;

/** Conversations that were written before the agent that has them. */
export function writtenTalks(file: string): WrittenTalk[] {
  return readFileSync(`test/data/chat/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Talk.parse(JSON.parse(line)));
}

/** Says one message, and holds what the reply is expected to be. */
export async function sayAs(
  household: HouseholdContext,
  turn: WrittenTurn,
  sessionId: string | undefined,
  proposals: 'as written' | 'any proposals' = 'as written',
) {
  const answer = await call(chat, {
    method: 'POST',
    resource: '/api/v1/chat',
    household,
    body: { message: turn.say, ...(sessionId !== undefined && { sessionId }) },
  });
  expect(answer.status, `${turn.say}\n${answer.text}`).toBe(200);
  const reply = answer.json;
  const text = reply.text.toLowerCase();
  const about = `${turn.say}\n→ [${reply.agent}/${reply.intent.name}] ${reply.text}`;
  const has = (part: string) => text.includes(part.toLowerCase());
  for (const part of turn.has ?? []) expect(has(part), `${about}\nlacks ${part}`).toBe(true);
  if (turn.any !== undefined) expect(turn.any.some(has), `${about}\nlacks ${turn.any}`).toBe(true);
  for (const part of turn.not ?? []) expect(has(part), `${about}\nhas ${part}`).toBe(false);
  if (turn.asks) expect(reply.intent.name, about).toBe('clarify');
  const kinds = reply.proposals.map(({ kind }: { kind: string }) => kind);
  if (proposals === 'as written')
    expect(kinds, about).toEqual(turn.proposes === undefined ? [] : [turn.proposes]);
  const cited = reply.citations.map(({ kind }: { kind: string }) => kind);
  if (turn.cites === true) expect(cited.length, about).toBeGreaterThan(0);
  if (Array.isArray(turn.cites)) {
    if (turn.cites.length === 0) expect(cited, about).toEqual([]);
    expect(cited, about).toEqual(expect.arrayContaining(turn.cites));
  }
  if (turn.degraded) expect(reply.degraded, about).toBe(true);
  return { reply, about };
}
