-- Uploads wait in a line of their household to be read, and households take turns.

alter table uploads
  -- When the current attempt could first have been read; null before, and for the next attempt.
  add column ready_at timestamptz,
  -- When its turn came: from then on it holds one of the places for readings until it is read.
  add column turn_at timestamptz;

-- What was under way before has had its turn.
update uploads set ready_at = updated_at, turn_at = updated_at
  where status not in ('awaiting-file', 'done', 'needs-review', 'failed');

create index uploads_waiting on uploads (household_id)
  where status = 'queued' and ready_at is not null and turn_at is null;
create index uploads_being_read on uploads (household_id)
  where status in ('queued', 'reading') and turn_at is not null;
create index uploads_by_turn on uploads (household_id, turn_at) where turn_at is not null;
