-- The ground everything stands on: who, whose, and what was promised to be sent.
-- The roles foodsave_app and foodsave_worker exist before the first migration (migrate.ts makes them).

revoke all on schema public from public;
grant usage on schema public to foodsave_app, foodsave_worker;

-- Time-ordered ids (RFC 9562, version 7): new rows land at the end of an index.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- The household of the running transaction; null (which equals nothing) when none was set.
create function current_household() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('foodsave.household', true), '')::uuid
$$;

-- Closes a table that has a column household_id: only rows of the transaction's household are
-- seen or written, by anybody, its owner included.
create function protect_household_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_household on %s to foodsave_app, foodsave_worker
       using (household_id = current_household())
       with check (household_id = current_household())', target);
  execute format('grant select, insert, update, delete on %s to foodsave_app', target);
end $$;

-- Lets the worker role (sweeper, relay) work on the rows of every household in a protected table.
-- It never deletes.
create function open_to_worker(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create policy every_household on %s to foodsave_worker using (true) with check (true)', target);
  execute format('grant select, insert, update on %s to foodsave_worker', target);
end $$;

create table households (
  household_id uuid primary key default uuid_v7(),
  name text not null default '',
  -- Days (expiry, plans) are days of this zone.
  zone text not null default 'Europe/Warsaw',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
select protect_household_table('households');

create table members (
  user_id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  issuer text not null,
  sub text not null,
  role text not null check (role in ('owner', 'member', 'viewer')),
  locale text not null default 'pl' check (locale in ('pl', 'en')),
  units text not null default 'metric' check (units in ('metric', 'imperial')),
  default_location jsonb,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (issuer, sub)
);
create index on members (household_id);
select protect_household_table('members');

create table people (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  name text not null,
  diet text,
  allergies jsonb not null default '[]',
  dislikes text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index on people (household_id, id);
select protect_household_table('people');

create table device_keys (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- A key acts for the member who made it and goes when the member goes.
  user_id uuid not null references members on delete cascade,
  name text not null,
  -- SHA-256 of the key, which itself is stored nowhere (it has 256 random bits: no salt needed).
  hash bytea not null unique check (length(hash) = 32),
  scopes text[] not null check (scopes <@ array['read', 'write', 'admin']),
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index on device_keys (household_id, id);
select protect_household_table('device_keys');

-- Signing in happens before a household is known. The two functions below are the only way around
-- the policies, and they run as the owner, who therefore needs a policy (security is forced on it).
create policy sign_in on households to current_user using (true) with check (true);
create policy sign_in on members to current_user using (true) with check (true);
create policy sign_in on device_keys to current_user using (true) with check (true);

-- Who a verified token speaks for; the first sign-in makes a household with this member as owner.
create function identify(token_issuer text, token_sub text)
returns table (household_id uuid, user_id uuid, role text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  made uuid;
begin
  return query select m.household_id, m.user_id, m.role from members m
    where m.issuer = token_issuer and m.sub = token_sub;
  if found then return; end if;
  -- Two first requests at once make one household.
  perform pg_advisory_xact_lock(hashtextextended(token_issuer || ' ' || token_sub, 0));
  return query select m.household_id, m.user_id, m.role from members m
    where m.issuer = token_issuer and m.sub = token_sub;
  if found then return; end if;
  insert into households default values returning households.household_id into made;
  return query insert into members as m (household_id, issuer, sub, role)
    values (made, token_issuer, token_sub, 'owner')
    returning m.household_id, m.user_id, m.role;
end $$;

-- Who a device key speaks for; no row for an unknown key. Notes its use, at most once a minute.
create function find_device_key(key_hash bytea)
returns table (household_id uuid, user_id uuid, role text, scopes text[])
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  update device_keys set last_used_at = now()
    where hash = key_hash
      and (last_used_at is null or last_used_at < now() - interval '1 minute');
  return query select k.household_id, k.user_id, m.role, k.scopes
    from device_keys k join members m on m.user_id = k.user_id
    where k.hash = key_hash;
end $$;

revoke execute on function identify, find_device_key, protect_household_table, open_to_worker
  from public;
grant execute on function identify, find_device_key to foodsave_app;

-- What must be sent once this transaction is committed.
create table outbox (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index on outbox (created_at) where sent_at is null;
select protect_household_table('outbox');
select open_to_worker('outbox');

-- Which events a consumer has dealt with. Ids only, hence no household.
create table processed_events (
  consumer text not null,
  event_id text not null,
  processed_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
grant select, insert on processed_events to foodsave_app, foodsave_worker;

-- Replies to requests that carried an Idempotency-Key.
create table idempotency_keys (
  household_id uuid not null references households on delete cascade,
  operation text not null,
  key text not null,
  request_hash bytea not null,
  -- Who holds the claim: a holder that lost it to a later one must not store its reply.
  claim uuid not null default gen_random_uuid(),
  -- A holder that crashed loses its claim at this time.
  claimed_until timestamptz not null,
  -- Null while the first request is still running.
  status smallint,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (household_id, operation, key)
);
create index on idempotency_keys (household_id, created_at);
select protect_household_table('idempotency_keys');
