-- A message may ask several agents: what those besides the turn's own have to remember, by their names.
alter table chat_turns add column other_states jsonb;
