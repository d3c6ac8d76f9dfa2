-- What Open Food Facts answered about a barcode, for a while: the same for every household, and
-- without any trace of who asked.
create table gtin_answers (
  gtin text primary key check (gtin ~ '^[0-9]{8,14}$'),
  -- Null: it knows no such product.
  answer jsonb,
  fetched_at timestamptz not null default now()
);
grant select, insert, update on gtin_answers to foodsave_app;
