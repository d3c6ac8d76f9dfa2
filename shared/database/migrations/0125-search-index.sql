-- What is known of the search index of a household, which lies in LanceDB and is made of this database.

create table search_indexes (
  household_id uuid primary key references households on delete cascade,
  -- The dataset that is searched; another may be built meanwhile. Null before the first.
  dataset text,
  -- What a reader must see at least.
  version bigint not null default 0,
  -- Bumped by every build, so that two of them never share files.
  builds integer not null default 0,
  -- Set while a message to optimise it is on its way.
  optimizing_at timestamptz,
  -- Rows were deleted that its files still hold.
  purge boolean not null default false,
  updated_at timestamptz not null default now()
);
select protect_household_table('search_indexes');

-- Vectors of passages by a hash of what was embedded: the same passage is embedded once, also for a
-- rebuilt index.
create table passage_vectors (
  household_id uuid not null references households on delete cascade,
  model text not null,
  hash bytea not null check (length(hash) = 32),
  -- One vector after another, as 32-bit floats, little-endian.
  vectors bytea not null,
  primary key (household_id, model, hash)
);
select protect_household_table('passage_vectors');
