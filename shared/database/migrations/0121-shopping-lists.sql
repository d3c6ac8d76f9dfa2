-- What is to be bought. The items are a document: a list is read and shown as a whole.
create table shopping_lists (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  version integer not null default 1,
  title text not null check (length(title) between 1 and 200),
  -- The plan it was made from; the list outlives it.
  plan_id uuid references meal_plans on delete set null,
  items jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index shopping_lists_by_household on shopping_lists (household_id, id desc);
select protect_household_table('shopping_lists');

-- Ticks that were applied, by the ids that clients gave them: what was ticked offline is sent again.
create table shopping_ticks (
  household_id uuid not null references households on delete cascade,
  list_id uuid not null references shopping_lists on delete cascade,
  tick_id uuid not null,
  applied_at timestamptz not null default now(),
  primary key (list_id, tick_id)
);
select protect_household_table('shopping_ticks');
