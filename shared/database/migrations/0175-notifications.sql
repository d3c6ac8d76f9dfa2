-- Where a household wants to be told of things; without a household, whoever operates the installation.
create table notification_targets (
  id uuid primary key default uuid_v7(),
  household_id uuid references households on delete cascade,
  channel text not null check (channel in ('webhook')),
  -- An address of a server, or of a person.
  address text not null check (length(address) between 3 and 2000),
  -- Food that expires within so many days is told of; null: none is.
  expiry_days smallint check (expiry_days between 0 and 30),
  created_at timestamptz not null default now(),
  unique nulls not distinct (household_id, channel)
);
select protect_household_table('notification_targets');
select open_to_worker('notification_targets');

-- What was sent, or is still to be sent, to a target: the household's log.
create table notification_deliveries (
  id uuid primary key default uuid_v7(),
  position bigint generated always as identity unique,
  household_id uuid references households on delete cascade,
  channel text not null check (channel in ('webhook')),
  type text not null,
  -- The same event is delivered once: `expiry 2026-11-29 <lot>`.
  event_key text not null,
  data jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts smallint not null default 0,
  -- A code: why the last attempt failed.
  problem text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint deliveries_sent_when check ((status = 'sent') = (sent_at is not null)),
  unique nulls not distinct (household_id, channel, event_key)
);
create index notification_deliveries_by_household
  on notification_deliveries (household_id, position);
select protect_household_table('notification_deliveries');
select open_to_worker('notification_deliveries');

-- What belongs to the installation is seen by every transaction of the app role; the scope `admin` decides.
create policy installation on notification_targets to foodsave_app
  using (household_id is null) with check (household_id is null);
create policy installation on notification_deliveries to foodsave_app
  using (household_id is null) with check (household_id is null);

-- Messages about the installation are of no household.
alter table outbox alter column household_id drop not null;
create policy installation on outbox to foodsave_app
  using (household_id is null) with check (household_id is null);

-- Reminders look for what expires in every household that wants them.
create policy reminders on households for select to foodsave_worker using (true);
create policy reminders on lots for select to foodsave_worker using (true);
grant select (household_id, zone) on households to foodsave_worker;
grant select (id, household_id, product_name, quantity, expires_on, expires_kind)
  on lots to foodsave_worker;
