-- What a household's questions to language models took, by day of its zone.
create table model_days (
  household_id uuid not null references households on delete cascade,
  day date not null,
  calls integer not null default 0,
  failed_calls integer not null default 0,
  -- Those of failed and cut calls included, estimated where no provider counted them.
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  -- Of both, what nobody waited for.
  background_tokens bigint not null default 0,
  primary key (household_id, day)
);
select protect_household_table('model_days');

-- Calls under way hold the most that they can take.
create table model_reservations (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  day date not null,
  tokens integer not null check (tokens > 0),
  is_background boolean not null,
  -- When its function ends at the latest: what a crash left behind holds no longer than that.
  expires_at timestamptz not null
);
create index model_reservations_by_day on model_reservations (household_id, day);
select protect_household_table('model_reservations');
