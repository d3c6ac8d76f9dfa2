-- What a household used on a day of its zone, beside the tokens of model_days.
create table usage_days (
  household_id uuid not null references households on delete cascade,
  day date not null,
  -- Requests that the authorizer let in.
  requests integer not null default 0,
  -- Pages read as pictures: also those of readings that were tried again.
  ocr_pages integer not null default 0,
  primary key (household_id, day)
);
select protect_household_table('usage_days');
-- The authorizer counts before a transaction has a household, by the function below alone.
create policy sign_in on usage_days to current_user using (true) with check (true);

create function count_request(caller uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A request does not wait for its own count, as behind a household that is being erased.
  perform set_config('lock_timeout', '50ms', true);
  insert into usage_days as known (household_id, day, requests)
    select h.household_id, (now() at time zone h.zone)::date, 1
    from households h where h.household_id = caller
    on conflict (household_id, day) do update set requests = known.requests + 1;
exception when lock_not_available or foreign_key_violation then
  return;
end $$;
revoke execute on function count_request from public;
grant execute on function count_request to foodsave_app;
