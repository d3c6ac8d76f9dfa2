import * as z from 'zod/mini';
import type { Entry, Found } from './log.ts';
import type { RestartingSystem } from './restarting-system.ts';
import { receiptsFound, type UploadIds } from './uploads.ts';
import { STOCK } from './writes.ts';

const Quantity = z.object({ value: z.string(), unit: z.string() });
const Receipt = z.object({ id: z.uuid(), status: z.string(), uploadId: z.nullable(z.uuid()) });
const Lot = z.object({
  id: z.uuid(),
  product: z.object({ name: z.string() }),
  quantity: Quantity,
  receiptItemId: z.nullable(z.uuid()),
});
const Booking = z.object({
  lotId: z.uuid(),
  kind: z.string(),
  change: Quantity,
  reason: z.nullable(z.string()),
});
const Person = z.object({ name: z.string() });

export interface FinalState {
  readonly found: readonly Found[];
  /** What must be true of the state itself, as entries that were acknowledged. */
  readonly demanded: readonly Entry[];
}

/** What the household of one client holds in the end, by the marks of its writes. */
export async function finalState(
  chaos: RestartingSystem,
  sub: string,
  log: readonly Entry[],
  ids: UploadIds,
): Promise<FinalState> {
  const all = <S extends z.ZodMiniType>(schema: S, path: string, filter = '') =>
    list(chaos, sub, schema, path, filter);
  const receipts = await all(Receipt, '/api/v2/receipts');
  const lots = await all(Lot, '/api/v2/pantry');
  const bookings = await all(Booking, '/api/v2/pantry/bookings');
  const people = await all(Person, '/api/v2/household/people');

  const keyed = new Set(log.filter(({ kind }) => kind.endsWith('a key')).map(({ mark }) => mark));
  const written = (kind: string, mark: string): Found => ({
    kind: keyed.has(mark) ? `${kind}, with a key` : kind,
    mark,
  });
  const flour = lots.filter(({ product }) => product.name.startsWith('mąka pszenna'));
  const ofReceipts = lots.flatMap(({ receiptItemId }) => receiptItemId ?? []);
  const added = lots.filter((lot) => lot.receiptItemId === null && !flour.includes(lot));

  const eaten = bookings.filter(({ kind }) => kind === 'consume');
  const stocked: { id: string; isThere: boolean }[] = [];
  for (const { id, status } of receipts) {
    if (status !== 'done') continue;
    const of = await all(Lot, '/api/v2/pantry', `&receiptId=${id}`);
    stocked.push({ id, isThere: of.length > 0 });
  }
  const RECEIPT = 'receipt in the pantry';
  const LINE = 'lot of a receipt’s line';
  const SUM = 'stock that is the sum of its bookings';
  const stock = flour.find(({ receiptItemId }) => receiptItemId === null);
  const sum = eaten.reduce((left, { change }) => left + Number(change.value), STOCK);
  return {
    found: [
      ...receiptsFound(
        receipts.map(({ uploadId }) => uploadId ?? 'none'),
        ids,
      ),
      ...added.map(({ product }) => written('food added', product.name)),
      ...eaten.map(({ reason }) => written('food eaten', reason ?? '')),
      ...people.map(({ name }) => written('person added', name)),
      ...stocked.filter(({ isThere }) => isThere).map(({ id: mark }) => ({ kind: RECEIPT, mark })),
      ...ofReceipts.map((mark) => ({ kind: LINE, mark })),
      ...(Number(stock?.quantity.value) === sum ? [{ kind: SUM, mark: sub }] : []),
    ],
    demanded: [
      ...stocked.map(({ id }) => acknowledged(RECEIPT, id)),
      ...[...new Set(ofReceipts)].map((mark) => acknowledged(LINE, mark)),
      acknowledged(SUM, sub),
    ],
  };
}

function acknowledged(kind: string, mark: string): Entry {
  return { kind, mark, outcome: 'acknowledged', wasUnknown: false, wasReplayed: false };
}

async function list<S extends z.ZodMiniType>(
  chaos: RestartingSystem,
  sub: string,
  schema: S,
  path: string,
  filter: string,
): Promise<z.output<S>[]> {
  const Page = z.object({ items: z.array(schema), next: z.nullable(z.string()) });
  const items: z.output<S>[] = [];
  for (let cursor = ''; ; ) {
    const page = Page.parse(await chaos.read(sub, `${path}?limit=100${filter}${cursor}`));
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&cursor=${page.next}`;
  }
}
