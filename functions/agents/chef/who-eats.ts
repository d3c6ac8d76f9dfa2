import type { RememberedWho } from '#shared/households/diners.ts';
import type { ChefRequest } from './chef-state.ts';

/** Who eats, as this message says, else as the session knows; null is everybody. */
export function whoEats({ people, guests, state }: ChefRequest): RememberedWho {
  if (people === undefined && guests === undefined) return state?.who ?? null;
  return { people: people ?? null, guests: guests ?? [] };
}
