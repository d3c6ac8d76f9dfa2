-- What a household takes along: archives in the bucket of uploads, for a week.
create table household_exports (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- Who asked for it; the archives stay the household's.
  user_id uuid references members on delete set null,
  -- Of the headings and names of files.
  locale text not null check (locale in ('pl', 'en')),
  status text not null default 'running' check (status in ('running', 'done', 'failed')),
  -- Those that are written: [{name, size, files}].
  archives jsonb not null default '[]',
  -- Uploaded files that are to be written, and how many were.
  files_total integer not null default 0,
  files_done integer not null default 0,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  expires_at timestamptz not null
);
create index household_exports_by_household on household_exports (household_id, id desc);
-- One at a time.
create unique index household_exports_running on household_exports (household_id)
  where status = 'running';
select protect_household_table('household_exports');
