-- What is in the house: lots with an expiry of their own, and every change of them as a booking.

create table lots (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  product_key text,
  product_name text not null,
  category text,
  quantity numeric not null check (quantity >= 0),
  unit text not null check (unit in ('g', 'kg', 'ml', 'l', 'szt', 'opak')),
  location text not null check (location in ('pantry', 'fridge', 'freezer')),
  opened_at timestamptz,
  expires_on date,
  expires_kind text check (expires_kind in ('best-before', 'use-by')),
  expires_source text check (expires_source in ('printed', 'learned', 'rule', 'estimated')),
  receipt_item_id uuid references receipt_items on delete set null,
  version integer not null default 1,
  added_at timestamptz not null default now()
);
create index lots_by_expiry on lots (household_id, expires_on nulls last, id) where quantity > 0;
-- A receipt's line fills the pantry once, however often its step runs.
create unique index lots_by_receipt_item on lots (receipt_item_id) where receipt_item_id is not null;
select protect_household_table('lots');

create table bookings (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  lot_id uuid not null references lots on delete cascade,
  kind text not null check (kind in ('add', 'consume', 'waste', 'open', 'freeze', 'move', 'edit', 'undo')),
  -- Change of the lot's quantity in the lot's unit; 0 for a change of place or state.
  change numeric not null default 0,
  reason text,
  -- The lot's state before, to be put back by an undo: {location, openedAt, expires…}.
  before jsonb,
  undone_by uuid references bookings,
  created_at timestamptz not null default now()
);
create index on bookings (household_id, id);
create index on bookings (lot_id);
select protect_household_table('bookings');
