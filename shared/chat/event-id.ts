import { UserError } from '#shared/errors/user-error.ts';

/** What a client has of a turn: an event's id says it, so a stored turn can be sent from there on. */
export interface Received {
  readonly turnId: string;
  /** UTF-16 code units of the text, as JavaScript counts. */
  readonly text: number;
  readonly citations: number;
  readonly proposals: number;
}

const ID =
  /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\.(\d{1,7})\.(\d{1,4})\.(\d{1,4})$/;

export function eventId({ turnId, text, citations, proposals }: Received): string {
  return [turnId, text, citations, proposals].join('.');
}

/** @throws UserError 400 for what is no id of an event */
export function readEventId(header: string | undefined): Received | null {
  if (header === undefined || header === '') return null;
  const [, turnId, text, citations, proposals] = ID.exec(header) ?? [];
  if (turnId === undefined)
    throw new UserError('bad-input', 'invalid-last-event-id', {
      pl: 'Last-Event-ID to id zdarzenia, które stąd przyszło.',
      en: 'A Last-Event-ID is the id of an event that came from here.',
    });
  return {
    turnId,
    text: Number(text),
    citations: Number(citations),
    proposals: Number(proposals),
  };
}

/** Milliseconds since a turn began: the id of a turn (UUID version 7) begins with the time. */
export function turnAge({ turnId }: Pick<Received, 'turnId'>, now: number): number {
  return now - Number.parseInt(turnId.slice(0, 13).replace('-', ''), 16);
}
