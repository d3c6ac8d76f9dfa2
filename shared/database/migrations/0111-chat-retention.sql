-- Finds the sessions that nobody went on with for long.
create index chat_turns_by_age on chat_turns (household_id, created_at);
