import * as z from 'zod/mini';
import { daysBetween } from '#shared/expiry/plain-date.ts';
import type { Api } from './api.ts';
import { failuresOf, type Seen } from './check-turn.ts';
import { furnish } from './furnish.ts';
import { withMovedWeekdays } from './moved-weekdays.ts';
import type { Script } from './script.ts';

const Quantity = z.object({ value: z.string(), unit: z.string() });
const Lots = z.object({
  items: z.array(
    z.object({ product: z.object({ name: z.string() }), quantity: Quantity, location: z.string() }),
  ),
});
const Change = z.object({ product: z.string(), change: Quantity });
const Proposal = z.object({
  id: z.uuid(),
  kind: z.string(),
  summary: z.string(),
  diff: z.looseObject({ lots: z.optional(z.array(z.looseObject(Change.shape))) }),
});
const Reply = z.object({
  sessionId: z.uuid(),
  agent: z.string(),
  intent: z.object({ name: z.string() }),
  text: z.string(),
  data: z.optional(z.looseObject({ confirmed: z.optional(z.unknown()) })),
  citations: z.array(z.unknown()),
  proposals: z.array(Proposal),
});

/** What of the household a turn may write. */
const WRITTEN = [
  '/api/v2/pantry?limit=100',
  '/api/v2/pantry/bookings?limit=100',
  '/api/v2/household/people?limit=100',
  '/api/v2/receipts?limit=100',
  '/api/v2/shopping-lists?limit=100',
  '/api/v2/meal-plans?limit=100',
];

export interface PlayedTurn {
  readonly turn: string;
  readonly answer: string;
  readonly failures: readonly string[];
}

/** Plays a script in a household of its own, as if it were written today, and looks at each turn. */
export async function play(script: Script, api: Api, today: string): Promise<PlayedTurn[]> {
  const later = daysBetween(script.house.today, today);
  await furnish(api, script.house, today);
  const played: PlayedTurn[] = [];
  let sessionId: string | undefined;
  let open: string[] = [];
  let confirmed: string | undefined;
  let before = await household(api);
  for (const { say: written, press, expect } of script.turns) {
    const say = written && withMovedWeekdays(written, later);
    let seen: Seen;
    if (press === undefined) {
      const body = { message: say ?? '', ...(sessionId !== undefined && { sessionId }) };
      const { status, text } = await api.send('POST', '/api/v1/chat', body);
      const reply = status === 200 ? Reply.parse(JSON.parse(text)) : undefined;
      sessionId = reply?.sessionId ?? sessionId;
      open = [...open, ...(reply?.proposals ?? []).map(({ id }) => id)];
      const done = z.safeParse(z.object({ proposalId: z.string() }), reply?.data?.confirmed);
      if (done.success) confirmed = done.data.proposalId;
      seen = { status, reply, text: reply?.text ?? text };
    } else {
      const id = press === 'undo' ? confirmed : open.at(-1);
      const path = `/api/v1/chat/proposals/${id}/${press}`;
      const { status, text } = await api.send('POST', path, {});
      if (press === 'confirm') confirmed = id;
      seen = { status, reply: undefined, text };
    }
    const after = await household(api);
    const { items } = Lots.parse(JSON.parse(after[0] ?? '{"items":[]}'));
    const failures = failuresOf(expect, {
      ...seen,
      written: after.join() !== before.join(),
      lots: items,
    });
    before = after;
    played.push({ turn: say ?? `[${press}]`, answer: answerOf(seen), failures });
  }
  return played;
}

async function household(api: Api): Promise<string[]> {
  const all: string[] = [];
  for (const path of WRITTEN) all.push((await api.send('GET', path)).text);
  return all;
}

function answerOf({ status, reply, text }: Seen): string {
  if (reply === undefined) return `${status} ${text}`;
  const proposed = reply.proposals.map(({ kind, summary }) => `   [${kind}] ${summary}`);
  return [`${reply.agent}/${reply.intent.name}: ${text}`, ...proposed].join('\n');
}
