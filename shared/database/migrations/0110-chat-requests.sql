-- Messages that are answered later, by the worker of the queue of their priority.

create table chat_requests (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- For whom it is answered; it goes when the member goes.
  user_id uuid not null references members on delete cascade,
  role text not null,
  scopes text[] not null,
  -- As it was sent.
  message jsonb not null,
  session_id uuid,
  locale text not null check (locale in ('pl', 'en')),
  priority text not null check (priority in ('interactive', 'background')),
  -- A request that is sent again within a day is this one.
  idempotency_key text,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  -- The answer; when its session is deleted, so is the request.
  turn_id uuid references chat_turns on delete cascade,
  -- Why it failed: {code, pl, en}.
  problem jsonb,
  attempts integer not null default 0,
  -- Who answers it now, and until when nobody else does.
  claim uuid,
  leased_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create unique index chat_requests_by_key on chat_requests (household_id, idempotency_key)
  where idempotency_key is not null;
create index chat_requests_by_household on chat_requests (household_id, id);
create index chat_requests_unfinished on chat_requests (priority, household_id, id)
  where status in ('queued', 'running');
create index chat_requests_ended on chat_requests (priority, ended_at) where status = 'done';
create index chat_requests_of_turn on chat_requests (turn_id);
select protect_household_table('chat_requests');

-- Whose turn it is can be told only by looking at all households. These two functions do, as the owner;
-- they show nothing but ids and counts.
create policy turns on chat_requests to current_user using (true) with check (true);

-- Takes the next request for `lease_seconds`: of the household that has the fewest under way, then of the
-- one that was served the longest ago; within a session in the order in which they came. One whose worker
-- died is taken again, at most `most_attempts` times in all.
create function claim_chat_request(wanted text, lease_seconds integer, most_attempts integer)
returns table (id uuid, household_id uuid, claim uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  update chat_requests set status = 'failed', ended_at = now(), problem = '{"code": "gave-up"}'
    where priority = wanted and status = 'running' and leased_until < now()
      and attempts >= most_attempts;
  return query
    update chat_requests taken
    set status = 'running', attempts = attempts + 1, claim = gen_random_uuid(),
      leased_until = now() + make_interval(secs => lease_seconds), started_at = now()
    where taken.id = (
      select r.id from chat_requests r
      where r.priority = wanted
        and (r.status = 'queued' or (r.status = 'running' and r.leased_until < now()))
        and not exists (
          select 1 from chat_requests earlier
          where earlier.household_id = r.household_id and earlier.session_id = r.session_id
            and earlier.id < r.id and earlier.status in ('queued', 'running'))
      order by
        (select count(*) from chat_requests other
         where other.household_id = r.household_id and other.status = 'running'
           and other.leased_until >= now()),
        (select max(other.started_at) from chat_requests other
         where other.household_id = r.household_id) nulls first,
        r.id
      limit 1 for update skip locked)
    returning taken.id, taken.household_id, taken.claim;
end $$;

-- How many wait at a priority, and how many were answered in the last minute.
create function chat_queue_depth(wanted text)
returns table (waiting integer, answered integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from chat_requests where priority = wanted and status = 'queued'),
    (select count(*)::int from chat_requests
     where priority = wanted and status = 'done' and ended_at > now() - interval '1 minute')
$$;

revoke execute on function claim_chat_request, chat_queue_depth from public;
grant execute on function claim_chat_request, chat_queue_depth to foodsave_app;
