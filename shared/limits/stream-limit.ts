import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { log } from '#shared/telemetry/log.ts';
import { countStreams, deleteStream, insertStream } from './stream-store.ts';

/** Each holds an execution of a function while it lasts, and a new account of AWS has ten. */
const MAX_OF_USER = 3;
const MAX_OF_HOUSEHOLD = 6;
/** Seconds until one of them may have ended. */
const RETRY_AFTER = 10;

/**
 * The events of `source`, counted as one open stream of household and user until they end.
 * @param seconds how long it may last; one whose function dies counts for so long
 * @throws UserError 429 when too many are open
 */
export async function limitStream<Event>(
  household: HouseholdContext,
  seconds: number,
  source: AsyncGenerator<Event>,
): Promise<AsyncGenerator<Event>> {
  const id = await withHousehold(household, async (client) => {
    const { ofHousehold, ofUser } = await countStreams(client, household);
    if (ofUser >= MAX_OF_USER || ofHousehold >= MAX_OF_HOUSEHOLD) throw tooMany();
    return await insertStream(client, household, seconds);
  });
  return counted(household, id, source);
}

async function* counted<Event>(
  household: HouseholdContext,
  id: string,
  source: AsyncGenerator<Event>,
): AsyncGenerator<Event> {
  try {
    yield* source;
  } finally {
    await withHousehold(household, (client) => deleteStream(client, id)).catch((error: unknown) => {
      // It is forgotten with the time that its function had.
      log.warn('A stream that ended is still counted', { error });
    });
  }
}

function tooMany(): UserError {
  return new UserError(
    'too-many',
    'too-many-streams',
    {
      pl: `Otwartych jest już za dużo strumieni zdarzeń (najwyżej ${MAX_OF_USER} na osobę i ${MAX_OF_HOUSEHOLD} na gospodarstwo). Zamknij któryś albo pytaj o stan bez strumienia.`,
      en: `Too many streams of events are open (${MAX_OF_USER} a person and ${MAX_OF_HOUSEHOLD} a household at most). Close one, or ask for the status without a stream.`,
    },
    { retryAfter: RETRY_AFTER },
  );
}
