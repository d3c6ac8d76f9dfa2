import { type Guest, MAX_GUESTS, type RememberedWho } from '#shared/households/diners.ts';
import type { ChefRequest } from './chef-request.ts';

/** Who eats, as this message says, else as the session knows; null is everybody. */
export function whoEats({ people, guests, state }: ChefRequest): RememberedWho {
  if (people === undefined && guests === undefined) return state?.who ?? null;
  return { people: people ?? null, guests: guests ?? [] };
}

/** Whoever a message said must not eat something eats too, when what was proposed is cooked. */
export function withGuests(who: RememberedWho, guests: readonly Guest[]): RememberedWho {
  if (guests.length === 0) return who;
  const all = [...(who?.guests ?? []), ...guests];
  // Of too many the last ones become one guest, who avoids what each of them does.
  const byDiet = all.toSorted((a, b) => Number(a.diet === null) - Number(b.diet === null));
  const rest = byDiet.slice(MAX_GUESTS - 1);
  const diet = rest.find((one) => one.diet !== null)?.diet ?? null;
  const allergies = rest.flatMap((one) => one.allergies);
  const kept =
    all.length <= MAX_GUESTS
      ? all
      : [...byDiet.slice(0, MAX_GUESTS - 1), { name: null, diet, allergies }];
  return { people: who?.people ?? null, guests: kept };
}
