import type { PantryFact } from '#shared/notices/pantry-fact.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { sumByUnit } from '#shared/pantry/sum-by-unit.ts';
import type { Change, Item, Said } from '#shared/pantry-requests/request.ts';
import type { SeenLot } from '#shared/proposals/schemas/pantry.ts';
import { viewOf } from '#shared/proposals/seen-lot.ts';
import { exactly, subtract, toDecimal } from '#shared/quantities/rational.ts';
import { bothOf } from './both-of.ts';
import { matchLots, type NamedLots } from './match-lots.ts';
import type { Outcome } from './outcome.ts';
import type { Moving, PantrySnapshot } from './snapshot.ts';
import { type Portion, takeAmount } from './take-amount.ts';

type Kind = Exclude<Change['act'], 'add'>;

interface Context {
  readonly snapshot: PantrySnapshot;
  /** Lots as they would be after they were opened or put elsewhere. */
  readonly moved: (moving: readonly Moving[]) => Promise<readonly LotRow[]>;
}

/**
 * What is used up, thrown away, opened or put elsewhere, lot by lot as it would be booked. Where two
 * things are called so it is asked which, where an amount cannot be measured how much; what is not
 * there is said.
 */
export async function planTaking(
  asked: Change & { readonly act: Kind },
  { snapshot, moved }: Context,
): Promise<Outcome> {
  const change = { ...asked, items: asked.items.flatMap((item) => bothOf(item, snapshot)) };
  const facts: PantryFact[] = [];
  const missing: string[] = [];
  const portions: Portion[] = [];
  const items: Item[] = [];
  for (const [at, item] of change.items.entries()) {
    if (item.product === null) {
      return { facts: [{ fact: 'what-thing' }], request: change, products: [] };
    }
    const groups = matchLots(item.product, snapshot.lots, snapshot.day);
    const [group] = groups;
    if (group === undefined) {
      missing.push(item.product);
      continue;
    }
    const names = groups.map(({ name }) => name);
    const pending = { change, item: at, choices: names };
    if (groups.length > 1) {
      return { facts: [{ fact: 'which', names }], pending, request: change, products: names };
    }
    const lots = inOrder(change.act, group);
    const usable = lots.filter(({ location }) => !isPut(change.act) || location !== item.location);
    if (usable.length === 0 && item.location !== undefined) {
      facts.push({ fact: 'already', name: group.name, place: item.location });
      continue;
    }
    const said = item.amount ?? usualAmount(change.act, item.product, usable);
    const taking = said.kind === 'vague' ? undefined : takeAmount(said, usable);
    if (!taking?.ok) {
      const unit = usable[0]?.unit ?? null;
      const asked = { ...pending, choices: [] };
      const asking: PantryFact = { fact: 'how-much', name: group.name, unit };
      return { facts: [asking], pending: asked, request: change, products: names };
    }
    if (taking.short) {
      const there = sumByUnit(usable.map((lot) => ({ value: lot.quantity, unit: lot.unit })));
      facts.push({ fact: 'only', name: group.name, there });
    }
    portions.push(...taking.portions);
    items.push({ ...item, product: group.name });
  }
  if (missing.length > 0) facts.push({ fact: 'not-there', names: missing, adds: true });
  const request = { ...change, items };
  const products = items.flatMap(({ product }) => product ?? []);
  if (portions.length === 0) return { facts, request: change, products: [...products, ...missing] };
  const lots = await seenLots(change, portions, moved);
  const { act: kind, reason } = change;
  const proposal =
    kind === 'consume' || kind === 'waste'
      ? { kind, lots, ...(reason !== undefined && { reason }) }
      : { kind, lots };
  return { facts, proposal, request, products };
}

function isPut(act: Kind): boolean {
  return act === 'move' || act === 'freeze';
}

/** Thrown away is what has spoilt; that is eaten last. What is open is not opened again. */
function inOrder(act: Kind, { lots }: NamedLots): readonly LotRow[] {
  if (act === 'waste') {
    return lots.toSorted((a, b) => ((a.expires_on ?? '9999') < (b.expires_on ?? '9999') ? -1 : 1));
  }
  if (act !== 'open') return lots;
  const closed = lots.filter(({ opened_at }) => opened_at === null);
  return closed.length > 0 ? closed : lots;
}

/**
 * How much is meant where nothing was said: `zjadłam jogurt` is one of three, `zjedliśmy jogurty` are
 * all; what is put elsewhere is put there as a whole, and of what is weighed all of one lot.
 */
function usualAmount(act: Kind, said: string, lots: readonly LotRow[]): Said {
  const [first] = lots;
  if (first === undefined || isPut(act)) return { kind: 'all' };
  const isCounted = first.unit === 'szt' || first.unit === 'opak';
  if (!isCounted)
    return { kind: 'measure', value: toDecimal(exactly(first.quantity)), unit: first.unit };
  if (act !== 'open' && isPlural(said)) return { kind: 'all' };
  const one = exactly(first.quantity).n < exactly(first.quantity).d ? first.quantity : '1';
  return { kind: 'measure', value: toDecimal(exactly(one)), unit: first.unit };
}

/** `jajka`, `banany`, `yoghurts`: several, as far as the ending says. */
function isPlural(said: string): boolean {
  return /(?:[^s]s|[iy]|jajka|jabłka|jablka|ciastka)$/.test(said.toLowerCase().split(' ')[0] ?? '');
}

async function seenLots(
  { act, items }: Change & { readonly act: Kind },
  portions: readonly Portion[],
  moved: Context['moved'],
): Promise<SeenLot[]> {
  const rows =
    act === 'consume' || act === 'waste'
      ? portions.map(({ lot }) => lot)
      : await moved(
          portions.map(({ lot: row }) => ({ row, kind: act, location: items[0]?.location })),
        );
  return portions.map(({ lot, quantity }, at): SeenLot => {
    const seen = viewOf(lot);
    const { unit } = seen.quantity;
    const left = toDecimal(subtract(exactly(lot.quantity), exactly(quantity)));
    const part = act === 'consume' || act === 'waste' ? left : quantity;
    const after = { ...viewOf(rows[at] ?? lot), quantity: { value: part, unit } };
    const whole = left === '0';
    return { lotId: lot.id, product: lot.product_name, quantity, whole, seen, after };
  });
}
