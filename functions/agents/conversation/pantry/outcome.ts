import type { ProposalPayload } from '#shared/proposals/proposal-kinds.ts';
import type { PantryRequest } from './request.ts';
import type { Pending } from './state.ts';

/** What one request came to. */
export interface Outcome {
  readonly text: string;
  readonly proposal?: ProposalPayload;
  /** What is asked back; then nothing is proposed. */
  readonly pending?: Pending;
  /** The request with its things by their names in the house. */
  readonly request: PantryRequest;
  readonly products: readonly string[];
  /** What else could have been meant. */
  readonly others?: readonly string[];
}
