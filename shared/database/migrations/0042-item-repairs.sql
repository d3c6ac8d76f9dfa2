-- What arithmetic corrected in a line: [{field, read, now}], as it was printed and as it is taken.
alter table receipt_items add column repairs jsonb not null default '[]';
