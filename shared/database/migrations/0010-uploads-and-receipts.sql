-- A file on its way to becoming a receipt, and the receipt it became.

create table uploads (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  user_id uuid references members on delete set null,
  kind text not null check (kind in ('receipt', 'document')),
  status text not null default 'awaiting-file' check (status in
    ('awaiting-file', 'queued', 'reading', 'parsing', 'matching', 'saving', 'done', 'needs-review', 'failed')),
  file_name text,
  content_type text not null,
  size bigint not null,
  -- Of the bytes; null until they are known (a presigned upload).
  sha256 bytea check (length(sha256) = 32),
  -- Grows with every retry; the workflow's execution is named <id>-<attempt>.
  attempt integer not null default 1,
  -- {code, pl, en} of a failure or of what a person should do.
  problem jsonb,
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
-- The same bytes twice are one upload.
create unique index uploads_by_bytes on uploads (household_id, sha256) where sha256 is not null;
create index uploads_unfinished on uploads (updated_at)
  where status not in ('done', 'needs-review', 'failed');
select protect_household_table('uploads');
select open_to_worker('uploads');

create table receipts (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  upload_id uuid not null unique references uploads on delete cascade,
  status text not null check (status in ('done', 'needs-review')),
  -- When its food went into the pantry; null when it has not.
  stocked_at timestamptz,
  merchant_name text,
  chain text,
  nip text,
  address text,
  purchased_on date,
  -- HH:MM, the wall clock of the shop.
  purchased_time text,
  receipt_number text,
  currency text not null default 'PLN',
  total_minor integer,
  payment text,
  deposits jsonb not null default '[]',
  taxes jsonb not null default '[]',
  balance_ok boolean not null,
  balance_difference_minor integer,
  reasons text[] not null default '{}',
  engine text not null,
  variant text not null,
  reading_text text not null,
  -- The same shopping photographed again: the first receipt, which alone fills the pantry.
  duplicate_of uuid references receipts on delete set null,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index on receipts (household_id, id);
create index receipts_same on receipts (household_id, nip, receipt_number, purchased_on, total_minor);
select protect_household_table('receipts');

create table receipt_items (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  receipt_id uuid not null references receipts on delete cascade,
  line integer not null,
  name text not null,
  -- Ours when known (shipped product key), null when nobody knows yet.
  product_key text,
  product_name text,
  category text,
  kind text not null check (kind in ('food', 'non-food', 'bag', 'service')),
  quantity numeric not null,
  unit text not null,
  -- What one piece holds, when the name says it: 500 g, 1 l.
  package_value numeric,
  package_unit text,
  unit_price_minor integer not null,
  gross_minor integer not null,
  discount_minor integer not null default 0,
  net_minor integer not null,
  vat text,
  confidence real not null,
  reasons text[] not null default '{}',
  unique (receipt_id, line)
);
create index on receipt_items (household_id, receipt_id);
select protect_household_table('receipt_items');

-- What the household taught: this printed name is that product.
create table product_aliases (
  household_id uuid not null references households on delete cascade,
  -- Folded printed name (shared/products).
  printed text not null,
  product_key text,
  product_name text not null,
  category text,
  updated_at timestamptz not null default now(),
  primary key (household_id, printed)
);
select protect_household_table('product_aliases');
