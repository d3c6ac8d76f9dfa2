-- A plan of meals: what was wished, and what came of it. Both are documents: they are read and replaced as a whole.
create table meal_plans (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  version integer not null default 1,
  -- The wishes with the ids of the meals (shared/meal-plans/records/stored-plan.ts).
  wishes jsonb not null,
  outcome jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index meal_plans_by_household on meal_plans (household_id, id desc);
select protect_household_table('meal_plans');
