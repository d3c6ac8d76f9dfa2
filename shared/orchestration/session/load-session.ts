import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { Person } from '#shared/households/person.ts';
import { allPeople } from '#shared/households/person-store.ts';
import { type DecidableProposals, decidableProposals } from '#shared/proposals/proposal-store.ts';
import { memoryOf, NEW_MEMORY, type SessionMemory } from './session-memory.ts';
import { forgetOldSessions, lastStates, lastTurns, nextTurnId } from './session-store.ts';

/** How many turns back are looked at. */
const WINDOW = 10;

/** A session as a new message finds it. */
export interface Session {
  /** Null when this message begins it. */
  readonly id: string | null;
  /** The id of the turn that begins with the message. */
  readonly turnId: string;
  /** The last turns, newest first. */
  readonly turns: readonly { readonly agent: string; readonly intent: string }[];
  /** What each agent remembers, as it wrote it. */
  readonly states: ReadonlyMap<string, unknown>;
  readonly memory: SessionMemory;
  readonly proposals: DecidableProposals;
  /** Everybody of the household. */
  readonly people: readonly Person[];
}

/** @throws UserError 404 for a session that is not there, or another household's */
export async function loadSession(
  household: HouseholdContext,
  id: string | undefined,
): Promise<Session> {
  return await withHousehold(household, async (client) => {
    const people = await allPeople(client);
    const turnId = await nextTurnId(client);
    if (id === undefined) {
      await forgetOldSessions(client);
      return { ...NEW_SESSION, turnId, people };
    }
    const turns = await lastTurns(client, id, WINDOW);
    const [last] = turns;
    if (last === undefined) throw noSession();
    const states = await lastStates(client, id);
    const memory = memoryOf(last.memory, states.get('chef'));
    const proposals = await decidableProposals(client, id);
    return { id, turnId, turns, states, memory, proposals, people };
  });
}

/** @throws UserError 404 */
export async function requireSession(client: ClientBase, id: string): Promise<void> {
  if ((await lastTurns(client, id, 1)).length === 0) throw noSession();
}

const NEW_SESSION = {
  id: null,
  turns: [],
  states: new Map<string, unknown>(),
  memory: NEW_MEMORY,
  proposals: { open: null, waiting: [], confirmed: null },
} as const;

export function noSession() {
  return notFound({ pl: 'Nie ma takiej rozmowy.', en: 'There is no such talk.' });
}
