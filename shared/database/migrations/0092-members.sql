-- Members: invited with a code, given roles, removed.

-- What the household calls somebody; a token names nobody.
alter table members add column name text;

create table invitations (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- An invitation ends with the owner who made it.
  invited_by uuid not null references members on delete cascade,
  role text not null check (role in ('owner', 'member', 'viewer')),
  name text,
  -- SHA-256 of the code, which itself is stored nowhere (it has 192 random bits: no salt needed).
  hash bytea not null unique check (length(hash) = 32),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  -- As a member of this household.
  accepted_by uuid references members on delete set null
);
create index on invitations (household_id, id);
create index on invitations (invited_by);
create index on invitations (accepted_by);
select protect_household_table('invitations');

-- A household that its only member has left for another. Nothing of it is lost: it is theirs again
-- when they leave the other one.
create table waiting_households (
  household_id uuid primary key references households on delete cascade,
  issuer text not null,
  sub text not null,
  left_at timestamptz not null default now()
);
create index on waiting_households (issuer, sub);
select protect_household_table('waiting_households');

-- Since when the tokens of somebody who was a member are refused, for as long as one may live.
-- It outlives their household, hence it belongs to none; only the functions below reach it.
create table ended_sign_ins (
  issuer text not null,
  sub text not null,
  ended_at timestamptz not null,
  primary key (issuer, sub)
);

-- How often a member tried to accept an invitation in this hour of the clock.
create table invitation_tries (
  user_id uuid primary key references members on delete cascade,
  hour timestamptz not null,
  tries integer not null
);

create policy sign_in on invitations to current_user using (true) with check (true);
create policy sign_in on waiting_households to current_user using (true) with check (true);

-- Whoever ceases to be a member, however that comes about, signs in anew.
create function end_sign_in() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from ended_sign_ins where ended_at < now() - interval '31 days';
  insert into ended_sign_ins as e values (old.issuer, old.sub, clock_timestamp())
    on conflict (issuer, sub) do update set ended_at = excluded.ended_at;
  return null;
end $$;
create trigger end_sign_in after delete on members for each row execute function end_sign_in();

-- Who a verified token speaks for; no row for a token from before its person was removed. The first
-- sign-in makes a household with this member as owner, or gives back the one that waits.
create function identify(token_issuer text, token_sub text, issued_at timestamptz)
returns table (household_id uuid, user_id uuid, role text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  chosen uuid;
begin
  if exists (select 1 from ended_sign_ins e
    where e.issuer = token_issuer and e.sub = token_sub
      and e.ended_at >= issued_at and e.ended_at > now() - interval '31 days') then return;
  end if;
  return query select m.household_id, m.user_id, m.role from members m
    where m.issuer = token_issuer and m.sub = token_sub;
  if found then return; end if;
  -- Two first requests at once make one household.
  perform pg_advisory_xact_lock(hashtextextended(token_issuer || ' ' || token_sub, 0));
  return query select m.household_id, m.user_id, m.role from members m
    where m.issuer = token_issuer and m.sub = token_sub;
  if found then return; end if;
  delete from waiting_households w where w.household_id = (
      select newest.household_id from waiting_households newest
      where newest.issuer = token_issuer and newest.sub = token_sub
      order by newest.left_at desc limit 1)
    returning w.household_id into chosen;
  if chosen is null then
    insert into households default values returning households.household_id into chosen;
  end if;
  return query insert into members as m (household_id, issuer, sub, role)
    values (chosen, token_issuer, token_sub, 'owner')
    returning m.household_id, m.user_id, m.role;
end $$;

-- For the code of the release before, while a deployment is under way.
create or replace function identify(token_issuer text, token_sub text)
returns table (household_id uuid, user_id uuid, role text)
language sql security definer set search_path = public, pg_temp as $$
  select * from identify(token_issuer, token_sub, 'infinity'::timestamptz)
$$;

-- Takes a member of the transaction's household over into the household that invites. It works on two
-- households, which no policy allows; `outcome` says what came of it.
create function accept_invitation(code_hash bytea, accepting uuid)
returns table (outcome text, household_id uuid, user_id uuid, role text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  invited invitations;
  person members;
  is_alone boolean;
  refused_since timestamptz;
  joined uuid;
begin
  select i.* into invited from invitations i where i.hash = code_hash;
  if not found then return query select 'unknown', null::uuid, null::uuid, null::text; return; end if;
  -- All changes of who belongs to a household lock it first. In one order, or two could wait for
  -- each other.
  perform 1 from households h where h.household_id in (invited.household_id, current_household())
    order by h.household_id for no key update;
  select m.* into person from members m
    where m.user_id = accepting and m.household_id = current_household();
  if not found then return query select 'gone', null::uuid, null::uuid, null::text; return; end if;
  select i.* into invited from invitations i where i.hash = code_hash;
  -- A household is bounded, or its own lists could time out.
  outcome := case
    when invited.id is null then 'unknown'
    when invited.accepted_by = accepting then 'joined'
    when invited.accepted_at is not null then 'used'
    when invited.expires_at <= clock_timestamp() then 'expired'
    when invited.household_id = person.household_id then 'already-member'
    when (select count(*) from members m where m.household_id = invited.household_id) >= 50 then 'full'
  end;
  if outcome is not null then
    return query select outcome, person.household_id, person.user_id, person.role; return;
  end if;
  is_alone := not exists (select 1 from members m
    where m.household_id = person.household_id and m.user_id <> accepting);
  if not is_alone and person.role = 'owner' and not exists (select 1 from members m
    where m.household_id = person.household_id and m.user_id <> accepting and m.role = 'owner') then
    return query select 'last-owner', null::uuid, null::uuid, null::text; return;
  end if;
  if is_alone then
    insert into waiting_households (household_id, issuer, sub)
      values (person.household_id, person.issuer, person.sub);
  end if;
  -- Nobody was removed: the tokens of this person go on, those refused before stay refused.
  select e.ended_at into refused_since from ended_sign_ins e
    where e.issuer = person.issuer and e.sub = person.sub;
  -- Their device keys and invitations go with them.
  delete from members m where m.user_id = accepting;
  update ended_sign_ins e set ended_at = coalesce(refused_since, '-infinity')
    where e.issuer = person.issuer and e.sub = person.sub;
  insert into members as m (household_id, issuer, sub, role, name, locale, units, default_location)
    values (invited.household_id, person.issuer, person.sub, invited.role, invited.name,
      person.locale, person.units, person.default_location)
    returning m.user_id into joined;
  update invitations i set accepted_at = clock_timestamp(), accepted_by = joined
    where i.id = invited.id;
  return query select 'joined', invited.household_id, joined, invited.role;
end $$;

-- Counts a try; no row for somebody who is no member any more.
create function count_invitation_try(trying uuid) returns table (tries integer, seconds_left integer)
language sql security definer set search_path = public, pg_temp as $$
  insert into invitation_tries as t (user_id, hour, tries)
    select m.user_id, date_trunc('hour', now()), 1 from members m where m.user_id = trying
    on conflict (user_id) do update
      set hour = excluded.hour, tries = case when t.hour = excluded.hour then t.tries + 1 else 1 end
    returning t.tries, ceil(extract(epoch from t.hour + interval '1 hour' - now()))::integer
$$;

revoke execute on function identify(text, text, timestamptz), accept_invitation, end_sign_in,
  count_invitation_try from public;
grant execute on function identify(text, text, timestamptz), accept_invitation, count_invitation_try
  to foodsave_app;
