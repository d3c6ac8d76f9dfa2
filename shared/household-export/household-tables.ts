/** What becomes of a table in an export: all its columns but some, or nothing, and why. */
type Choice = { readonly without: readonly string[] } | { readonly notExported: string };

const whole: Choice = { without: [] };
const notExported = (reason: string): Choice => ({ notExported: reason });

const SECRET = 'hash';

/**
 * Every table with rows of a household, in the order of the export. A test compares it with the catalogue of
 * Postgres, so that no later table is forgotten.
 */
export const HOUSEHOLD_TABLES = {
  households: whole,
  members: whole,
  people: whole,
  // A key, a code and an address are secrets: whoever opens the archive must not get in with one.
  device_keys: { without: [SECRET] },
  invitations: { without: [SECRET] },
  calendar_feeds: { without: [SECRET] },
  uploads: whole,
  upload_batches: whole,
  receipts: whole,
  receipt_items: whole,
  product_aliases: whole,
  lots: whole,
  bookings: whole,
  expiry_observations: whole,
  minimum_stock: whole,
  recipes: whole,
  cooked_recipes: whole,
  meal_plans: whole,
  shopping_lists: whole,
  documents: whole,
  document_chunks: whole,
  chat_turns: whole,
  chat_proposals: whole,
  chat_requests: { without: ['claim', 'leased_until'] },
  model_days: whole,
  usage_days: whole,
  notification_targets: whole,
  notification_deliveries: whole,

  waiting_households: notExported('a household that nobody belongs to is no one’s to export'),
  recipe_books: notExported('counts changes of recipes'),
  shopping_ticks: notExported('ids of ticks that are applied to the lists'),
  search_indexes: notExported('made of documents'),
  passage_vectors: notExported('made of documents'),
  outbox: notExported('messages on their way, each about rows that are exported'),
  idempotency_keys: notExported('replies of the last day, made of rows that are exported'),
  event_streams: notExported('connections that are open'),
  model_reservations: notExported('calls under way'),
  household_exports: notExported('the exports themselves'),
  erasure_confirmations: notExported('a code that is good for minutes'),
} as const satisfies Readonly<Record<string, Choice>>;

/** The tables that are exported, each with the columns that are left out. */
export function exportedTables(): { readonly name: string; readonly without: readonly string[] }[] {
  return Object.entries<Choice>(HOUSEHOLD_TABLES).flatMap(([name, choice]) =>
    'without' in choice ? [{ name, without: choice.without }] : [],
  );
}
