-- Many photographs sent together are read together, a few at a time.

create table upload_batches (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- When its files began to be read; what arrives later is read alone.
  started_at timestamptz,
  created_at timestamptz not null default now()
);
select protect_household_table('upload_batches');
select open_to_worker('upload_batches');

alter table uploads
  add column batch_id uuid references upload_batches on delete set null,
  -- Whether its first attempt belongs to the run of its batch.
  add column in_batch_run boolean not null default false,
  -- The earlier upload of the same bytes, found when they arrived.
  add column duplicate_of uuid references uploads on delete set null;
create index uploads_by_batch on uploads (batch_id) where batch_id is not null;

-- The same shopping: number or minute, where they were read.
create index receipts_same_minute on receipts
  (household_id, nip, purchased_on, purchased_time, total_minor);
