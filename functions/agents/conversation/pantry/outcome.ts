import type { PantryFact } from '#shared/notices/pantry-fact.ts';
import type { PantryRequest } from '#shared/pantry-requests/request.ts';
import type { Pending } from '#shared/pantry-requests/talk-so-far.ts';
import type { ProposalPayload } from '#shared/proposals/schemas/proposal-schemas.ts';

/** What one request came to. */
export interface Outcome {
  readonly facts: readonly PantryFact[];
  readonly proposal?: ProposalPayload;
  /** What is asked back; then nothing is proposed. */
  readonly pending?: Pending;
  /** The request with its things by their names in the house. */
  readonly request: PantryRequest;
  /** Names of the things it is about. */
  readonly products: readonly string[];
}
