import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** An id that is known beforehand, so that rows can point to each other. */
export function idOf(household: string, table: string): string {
  const hash = createHash('md5').update(`${household} ${table}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20)}`;
}

type Values = Readonly<Record<string, unknown>>;

/** A row for every table of a household, with what any schema so far asked for; parents come first. */
const ROWS: Readonly<Record<string, (id: (table: string) => string) => Values>> = {
  members: (id) => ({ user_id: id('members'), issuer: 'i', sub: id('sub'), role: 'owner' }),
  people: (id) => ({ id: id('people'), name: 'Ola', diet: 'vegan', dislikes: ['koper'] }),
  device_keys: (id) => ({
    id: id('device_keys'),
    user_id: id('members'),
    name: 'Dom',
    hash: hashOf(id('device_keys')),
    scopes: ['read'],
  }),
  usage_days: () => ({ day: '2026-01-02', requests: 3, ocr_pages: 1 }),
  notification_targets: () => ({ channel: 'webhook', address: 'https://home.example/hook' }),
  notification_deliveries: () => ({ channel: 'webhook', type: 'x', event_key: 'x', data: '{}' }),
  outbox: (id) => ({ id: id('outbox'), topic: 'x', payload: '{}', sent_at: '2026-01-01' }),
  idempotency_keys: () => ({
    operation: 'x',
    key: 'k',
    request_hash: hashOf('x'),
    claimed_until: '2026-01-01',
  }),
  uploads: (id) => ({
    id: id('uploads'),
    user_id: id('members'),
    kind: 'receipt',
    status: 'done',
    content_type: 'image/png',
    size: 7,
    sha256: hashOf(id('uploads')),
  }),
  receipts: (id) => ({
    id: id('receipts'),
    upload_id: id('uploads'),
    status: 'done',
    merchant_name: 'Sklep',
    purchased_on: '2026-01-02',
    total_minor: 698,
    balance_ok: true,
    engine: 'tesseract',
    variant: 'plain',
    reading_text: 'MLEKO',
  }),
  receipt_items: (id) => ({
    id: id('receipt_items'),
    receipt_id: id('receipts'),
    line: 1,
    name: 'Mleko',
    kind: 'food',
    quantity: '2',
    unit: 'szt',
    unit_price_minor: 349,
    gross_minor: 698,
    net_minor: 698,
    confidence: 1,
  }),
  product_aliases: () => ({ printed: 'mleko', product_name: 'mleko' }),
  lots: (id) => ({
    id: id('lots'),
    product_name: 'mleko',
    quantity: '1.5',
    unit: 'l',
    location: 'fridge',
    receipt_item_id: id('receipt_items'),
  }),
  bookings: (id) => ({
    id: id('bookings'),
    lot_id: id('lots'),
    kind: 'add',
    change: '1.5',
    unit: 'l',
    lot_version: 1,
  }),
  expiry_observations: (id) => ({
    booking_id: id('bookings'),
    product: 'mleko',
    location: 'fridge',
    how: 'wasted',
    days: 3,
  }),
  upload_batches: (id) => ({ id: id('upload_batches') }),
  recipes: (id) => ({
    id: id('recipes'),
    title: 'Żurek',
    language: 'pl',
    ingredients: '[{"text": "500 ml zakwasu"}]',
    steps: ['Gotuj.'],
    source: '{"name": "", "url": null, "author": null}',
  }),
  cooked_recipes: (id) => ({
    id: id('cooked_recipes'),
    recipe_id: id('recipes'),
    title: 'Żurek',
    servings: 2,
    booking_ids: [],
  }),
  chat_turns: (id) => ({
    id: id('chat_turns'),
    session_id: id('session'),
    agent: 'chef',
    message: 'co na obiad?',
    reply: '{}',
  }),
  chat_proposals: (id) => ({
    id: id('chat_proposals'),
    turn_id: id('chat_turns'),
    kind: 'cook',
    summary: 'x',
    payload: '{}',
    expires_at: '2026-01-01',
  }),
  invitations: (id) => ({
    id: id('invitations'),
    invited_by: id('members'),
    role: 'member',
    hash: hashOf(id('invitations')),
    expires_at: '2026-01-01',
  }),
  waiting_households: (id) => ({ issuer: 'i', sub: id('other') }),
  event_streams: (id) => ({ id: id('streams'), user_id: id('members'), ends_at: '2026-01-01' }),
  model_days: () => ({ day: '2026-01-01', calls: 3 }),
  model_reservations: (id) => ({
    id: id('reservations'),
    day: '2026-01-01',
    tokens: 3,
    is_background: false,
    expires_at: '2026-01-01',
  }),
  chat_requests: (id) => ({
    id: id('chat_requests'),
    user_id: id('members'),
    role: 'owner',
    scopes: ['read'],
    message: '{}',
    locale: 'pl',
    priority: 'interactive',
    status: 'done',
  }),
  meal_plans: (id) => ({ id: id('meal_plans'), wishes: '{}', outcome: '{}' }),
  shopping_lists: (id) => ({ id: id('shopping_lists'), title: 'Sobota', items: '[]' }),
  shopping_ticks: (id) => ({ list_id: id('shopping_lists'), tick_id: id('tick') }),
  search_indexes: () => ({ dataset: 'x', builds: 3 }),
  passage_vectors: () => ({ model: 'm', hash: hashOf('v'), vectors: hashOf('w') }),
  documents: (id) => ({
    id: id('documents'),
    upload_id: id('uploads'),
    title: 'Pralka',
    format: 'pdf',
  }),
  document_chunks: (id) => ({
    id: id('document_chunks'),
    document_id: id('documents'),
    ordinal: 0,
    start_offset: 0,
    end_offset: 5,
    text: 'Filtr',
    language: 'pl',
    content_hash: hashOf('Filtr'),
  }),
  minimum_stock: (id) => ({ id: id('minimum_stock'), name: 'mleko', quantity: '2', unit: 'l' }),
  calendar_feeds: (id) => ({
    id: id('calendar_feeds'),
    user_id: id('members'),
    hash: hashOf(id('calendar_feeds')),
  }),
  household_exports: (id) => ({
    id: id('household_exports'),
    locale: 'pl',
    status: 'done',
    expires_at: '2026-01-08',
  }),
  erasure_confirmations: (id) => ({
    id: id('erasure_confirmations'),
    user_id: id('members'),
    expires_at: '2026-01-01',
  }),
};

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * A household with a row in each of its tables that the schema of now has, in those columns that it has.
 * @throws for a table that nothing is known of here
 */
export async function householdOfSchema(client: ClientBase, name: string): Promise<string> {
  const householdId = idOf(name, 'household');
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     group by 1 having 'household_id' = any(array_agg(a.attname::text))`,
  );
  const tables = new Map(rows.map(({ table, columns }) => [table, new Set(columns)]));
  await client.query('insert into households (household_id, name) values ($1, $2)', [
    householdId,
    name,
  ]);
  for (const [table, row] of Object.entries(ROWS)) {
    const columns = tables.get(table);
    if (columns === undefined) continue;
    const known = Object.entries(row((of) => idOf(name, of))).filter(([one]) => columns.has(one));
    const names = ['household_id', ...known.map(([one]) => one)];
    await client.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
      [householdId, ...known.map(([, value]) => value)],
    );
  }
  const unknown = [...tables.keys()].filter((table) => table !== 'households' && !(table in ROWS));
  // Books of recipes are written by a trigger.
  const forgotten = unknown.filter((table) => table !== 'recipe_books');
  if (forgotten.length > 0) throw new Error(`No row is known for ${forgotten.join(', ')}`);
  return householdId;
}

/** Every row of a household by table, as JSON. */
export async function rowsOfHousehold(
  client: ClientBase,
  householdId: string,
): Promise<Record<string, Record<string, unknown>[]>> {
  const { rows: tables } = await client.query<{ table: string }>(
    `select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and a.attname = 'household_id' and c.relnamespace = 'public'::regnamespace`,
  );
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { table } of tables) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) as row from ${table} t where household_id = $1`,
      [householdId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}
