-- Addresses at which calendar programs, which cannot sign in, read a household's plan and dates.
create table calendar_feeds (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- A feed is of the member who made it and goes when the member goes.
  user_id uuid not null references members on delete cascade,
  -- SHA-256 of the token, which itself is stored nowhere (it has 256 random bits: no salt needed).
  hash bytea not null unique check (length(hash) = 32),
  created_at timestamptz not null default now()
);
create index calendar_feeds_by_household on calendar_feeds (household_id, id);
select protect_household_table('calendar_feeds');
create policy sign_in on calendar_feeds to current_user using (true) with check (true);

-- Whose feed a token opens; no row for an unknown one. As of device keys, the only way around the policies.
create function find_calendar_feed(token_hash bytea)
returns table (household_id uuid, locale text, zone text)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.household_id, m.locale, h.zone
  from calendar_feeds f
    join members m on m.user_id = f.user_id
    join households h on h.household_id = f.household_id
  where f.hash = token_hash
$$;
revoke execute on function find_calendar_feed from public;
grant execute on function find_calendar_feed to foodsave_app;
