-- A message that cannot be sent is parked: the relay passes over it until an operator sends it again.

alter table outbox
  -- The order of sending: messages of one transaction have the same created_at.
  add column position bigint generated always as identity,
  add column parked_at timestamptz,
  -- A code: `unknown-topic`, `too-large`, or the code that SQS refused it with.
  add column parked_reason text,
  add column parked_detail text,
  add constraint outbox_parked_has_reason check ((parked_at is null) = (parked_reason is null)),
  add constraint outbox_parked_is_unsent check (parked_at is null or sent_at is null);

create index outbox_unsent on outbox (position) where sent_at is null and parked_at is null;
create index outbox_parked on outbox (parked_at, position) where parked_at is not null;
drop index outbox_created_at_idx;

-- No consumer ever used it: what a message does twice is stopped by the unique keys of its effect.
drop table processed_events;
