-- Streams of events that are open, so that one household cannot take all executions with them.

create table event_streams (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  user_id uuid not null references members on delete cascade,
  -- When its function ends at the latest: what a crash left behind counts no longer than that.
  ends_at timestamptz not null
);
create index event_streams_by_household on event_streams (household_id);
select protect_household_table('event_streams');
