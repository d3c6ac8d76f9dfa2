import type { ClientBase } from 'pg';
import { readLearned } from '#shared/expiry/observation-store.ts';
import { expiryAfterRename } from './expiry-after-rename.ts';
import { originsOf } from './lot-origin-store.ts';
import type { LotRow } from './lot-row.ts';
import { setExpiry } from './lot-store.ts';
import { today } from './today-store.ts';

/**
 * Gives lots that have got another product its date and place (expiry-after-rename.ts).
 * @param before the locked lots as they were
 * @param product what they are now
 */
export async function redateLots(
  client: ClientBase,
  before: readonly LotRow[],
  product: Pick<LotRow, 'product_key' | 'product_name' | 'category'>,
): Promise<void> {
  if (before.length === 0) return;
  const facts = { day: await today(client), learned: await readLearned(client) };
  const origins = await originsOf(
    client,
    before.map(({ id }) => id),
  );
  for (const lot of before) {
    const origin = origins.get(lot.id);
    if (origin === undefined) continue;
    const renamed = { ...product, category: product.category ?? lot.category };
    const change = expiryAfterRename(
      lot,
      { ...renamed, printed_name: origin.printed_name },
      origin,
      facts,
    );
    await setExpiry(client, { ...lot, ...change });
  }
}
