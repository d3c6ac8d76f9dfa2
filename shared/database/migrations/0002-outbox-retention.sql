-- The relay forgets what was sent long ago; nothing else of a household is the worker's to delete.
grant delete on outbox to foodsave_worker;
create index on outbox (sent_at) where sent_at is not null;
