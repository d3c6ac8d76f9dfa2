-- A household is erased in two steps: somebody is told what will be gone, and says so once more.
create table erasure_confirmations (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- Whoever was told.
  user_id uuid not null unique references members on delete cascade,
  expires_at timestamptz not null
);
create index erasure_confirmations_by_household on erasure_confirmations (household_id);
select protect_household_table('erasure_confirmations');

-- From then on nobody belongs to the household, nothing is added to it, and it is emptied.
alter table households add column erasing_at timestamptz;

-- Whether the household of the transaction is being erased.
create function is_being_erased() returns boolean language sql stable parallel safe as $$
  select exists (select 1 from households
    where household_id = current_household() and erasing_at is not null)
$$;

-- Refuses new rows of a household that is being erased: what was under way when its erasure began (an agent
-- that reads a photograph, a message in a queue) would write them back. Asked once a statement.
create function close_to_erased(target regclass) returns void language plpgsql as $$
begin
  execute format(
    'create policy not_erased on %s as restrictive for insert to foodsave_app
       with check (not (select is_being_erased()))', target);
end $$;
revoke execute on function close_to_erased from public;

create or replace function protect_household_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_household on %s to foodsave_app, foodsave_worker
       using (household_id = (select current_household()))
       with check (household_id = (select current_household()))', target);
  execute format('grant select, insert, update, delete on %s to foodsave_app', target);
  perform close_to_erased(target);
end $$;

do $$
declare
  target regclass;
begin
  for target in
    select p.polrelid from pg_policy p join pg_class c on c.oid = p.polrelid
    where p.polname = 'own_household' and c.relname <> 'households'
      and c.relnamespace = current_schema()::regnamespace
  loop
    perform close_to_erased(target);
  end loop;
end $$;

-- A book is not turned for recipes that go with their household: its row would be a new one.
create or replace function turn_recipe_book() returns trigger language plpgsql as $$
begin
  insert into recipe_books (household_id) values (coalesce(new.household_id, old.household_id))
    on conflict (household_id) do update set version = recipe_books.version + 1;
  return null;
exception when foreign_key_violation or insufficient_privilege then
  return null;
end $$;

-- What is removed looks for rows that point to it; without these, once a row through the whole table.
create index bookings_by_undoing on bookings (undone_by) where undone_by is not null;
create index receipts_by_duplicate on receipts (duplicate_of) where duplicate_of is not null;
create index uploads_by_duplicate on uploads (duplicate_of) where duplicate_of is not null;
