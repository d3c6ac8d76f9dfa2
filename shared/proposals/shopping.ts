import * as z from 'zod/mini';
import type { Locale } from '#shared/context/locale.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { amountText } from '#shared/pantry/lot-text.ts';
import { deleteList, lockList, type StoredList, updateList } from '#shared/shopping/list-store.ts';
import { changeLocked } from '#shared/shopping/lists.ts';
import { addListIn, keepList } from '#shared/shopping/new-lists.ts';
import { ShoppingItem } from '#shared/shopping/shopping-schema.ts';
import { type Applying, defineProposal } from './proposal-kind.ts';
import { shoppingItemSchema, shoppingListSchema } from './schemas/shopping.ts';

type Change = z.output<typeof shoppingItemSchema.payload>;

const Kept = z.object({
  listId: z.uuid(),
  version: z.int(),
  /** Null for a list that was begun. */
  items: z.nullable(z.array(ShoppingItem)),
});
const MAX_NAMED = 10;

/** Keeping the list of what the meals of a plan need. */
export const shoppingListKind = defineProposal(shoppingListSchema, {
  show: ({ planId, items, price }) => ({ planId, items, price }),
  summary: ({ items, price }, locale) =>
    locale === 'pl'
      ? `Zapisać tę listę zakupów (pozycje: ${items.length}, około ${moneyText(price, locale)})?`
      : `Save this shopping list (items: ${items.length}, about ${moneyText(price, locale)})?`,
  done: (_, locale) =>
    locale === 'pl' ? 'Lista zakupów zapisana.' : 'The shopping list is saved.',
  isSaid: true,
  undoable: false,
  async apply({ planId, items }, { client, household, locale }) {
    const list = { title: undefined, planId, items };
    return keptAs(await keepList(client, household, list, locale), null);
  },
  undo: takeBack,
});

/** What comes onto a list, was bought, or goes from it. */
export const shoppingItemKind = defineProposal(shoppingItemSchema, {
  show: ({ listId, add, tick, remove }) => ({ listId, add, tick, remove }),
  summary: (change, locale) => `${changeText(change, locale, 'ask')}?`,
  done: (change, locale) => `${changeText(change, locale, 'done')}.`,
  isSaid: true,
  undoable: false,
  async apply({ listId, add, tick, remove }, { client, household, locale }) {
    if (listId === null) {
      const made = await addListIn(client, household, { items: add }, locale);
      return keptAs(made, null);
    }
    const before = await lockList(client, listId);
    const bought = new Set(tick.map(({ id }) => id));
    const items = before.items.map((item) =>
      bought.has(item.id) ? { ...item, ticked: true } : item,
    );
    const gone = remove.map(({ id }) => id);
    const saved = await changeLocked(client, { ...before, items }, { add, remove: gone }, locale);
    return keptAs(saved, before.items);
  },
  undo: takeBack,
});

function keptAs({ id, version }: StoredList, items: StoredList['items'] | null) {
  return { bookingIds: [], kept: { listId: id, version, items } };
}

/** The list as it was, unless somebody changed it since: in a shop several people do. */
async function takeBack(kept: unknown, { client }: Applying): Promise<void> {
  const { listId, version, items } = z.parse(Kept, kept);
  const list = await lockList(client, listId);
  if (list.version !== version) throw listChanged();
  if (items === null) await deleteList(client, listId);
  else await updateList(client, { ...list, items });
}

const WORDS = {
  pl: {
    ask: {
      add: 'Dopisać do listy zakupów',
      tick: 'Skreślić jako kupione',
      remove: 'Usunąć z listy',
    },
    done: { add: 'Dopisane do listy', tick: 'Skreślone', remove: 'Usunięte z listy' },
  },
  en: {
    ask: { add: 'Add to the shopping list', tick: 'Tick as bought', remove: 'Take off the list' },
    done: { add: 'Added to the list', tick: 'Ticked', remove: 'Taken off the list' },
  },
} as const;

function changeText({ add, tick, remove }: Change, locale: Locale, tense: 'ask' | 'done'): string {
  const words = WORDS[locale][tense];
  const added = add.map(({ name, quantity }) =>
    quantity === undefined ? name : `${name} ${amountText(quantity, locale)}`,
  );
  const parts = [
    [words.add, added],
    [words.tick, tick.map(({ name }) => name)],
    [words.remove, remove.map(({ name }) => name)],
  ] as const;
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([what, names]) => `${what}: ${listed(names)}`)
    .join('; ');
}

function listed(names: readonly string[]): string {
  const rest = names.length - MAX_NAMED;
  return rest > 0 ? `${names.slice(0, MAX_NAMED).join(', ')} (+${rest})` : names.join(', ');
}

function listChanged(): UserError {
  return new UserError('conflict', 'list-changed', {
    pl: 'Tę listę zmieniono w międzyczasie, więc tego nie cofam.',
    en: 'This list was changed meanwhile, so this is not undone.',
  });
}
