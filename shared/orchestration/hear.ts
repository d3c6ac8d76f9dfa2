import type { Locale } from '#shared/context/locale.ts';
import { dinersOf, type RememberedWho, rememberedDiners } from '#shared/households/diners.ts';
import type { Person } from '#shared/households/person.ts';
import { heldAfter } from '#shared/restrictions/held-restrictions.ts';
import { harmedDiners } from '#shared/restrictions/session-diners.ts';
import { type ReadMessage, readMessage } from '#shared/statements/read-message.ts';
import type { Restriction } from '#shared/statements/statement.ts';
import { ownWords } from './own-words.ts';
import type { ChatMessage } from './reply/chat-message.ts';
import { readTopic } from './routing/topic.ts';
import type { Session } from './session/load-session.ts';
import { isOfPerson, type SessionMemory } from './session/session-memory.ts';

/** A message with who eats, and with what is known by now of what they do not eat. */
export interface Heard {
  readonly message: ReadMessage;
  readonly who: RememberedWho;
  /** What was said of people: before this message, by it, and what holds from now on. */
  readonly before: readonly Restriction[];
  readonly added: readonly Restriction[];
  readonly now: readonly Restriction[];
  /** Everybody the gate reads an answer for. */
  readonly diners: readonly Person[];
  /** What the session holds behind this message. */
  readonly memory: SessionMemory;
}

/**
 * Reads what a message says of people, whichever agent will answer it.
 * @throws UserError 404 for people who are not of the household, 422 when nobody eats
 */
export function hear(
  { message, people, guests }: ChatMessage,
  { memory, people: everybody }: Session,
  locale: Locale,
): Heard {
  const said = people !== undefined || guests !== undefined;
  if (said) dinersOf(everybody, { people, guests }, locale);
  const who = said ? { people: people ?? null, guests: guests ?? [] } : memory.who;
  const eating = rememberedDiners(everybody, who, locale);
  const read = readMessage(message, locale, eating, memory.lastPerson);
  // What somebody is to be harmed with is nothing that they must not eat.
  const forbidden = readTopic(message) === 'harm' ? [] : read.forbidden.filter(isOfPerson);
  // Who may eat something again is said by the person, and by no text that they show.
  const { text, leftOut } = ownWords(message);
  const own = leftOut ? readMessage(text, locale, eating, memory.lastPerson) : read;
  const held = heldAfter(memory.restrictions, { forbidden, cancelled: own.cancelled }, true);
  return {
    message: read,
    who,
    before: memory.restrictions,
    added: held.added,
    now: held.all,
    diners: [...eating, ...harmedDiners(held.all, locale)],
    memory: { restrictions: [...held.all], lastPerson: read.lastPerson, who, locale },
  };
}
