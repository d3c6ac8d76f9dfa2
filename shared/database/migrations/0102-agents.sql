-- A session goes on with any agent: what it holds of people belongs to none of them.
alter table chat_turns add column memory jsonb;

-- The kinds of proposals are known to the code alone; a new one is no migration.
alter table chat_proposals drop constraint chat_proposals_kind_check;
alter table chat_proposals add constraint chat_proposals_kind_check
  check (kind ~ '^[a-z][a-z-]{0,39}$');

-- What was confirmed can be taken back; the one decided last is meant by "undo".
alter table chat_proposals drop constraint chat_proposals_status_check;
alter table chat_proposals add constraint chat_proposals_status_check
  check (status in ('open', 'confirmed', 'rejected', 'undone'));
alter table chat_proposals add column decided_at timestamptz;
create index on chat_proposals (turn_id);
