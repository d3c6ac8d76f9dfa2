-- Recipes of the household itself, beside those that come with the product.

create table recipes (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  title text not null check (length(title) between 1 and 200),
  language text not null check (language in ('pl', 'en')),
  servings integer check (servings between 1 and 100),
  prep_minutes integer check (prep_minutes >= 0),
  cook_minutes integer check (cook_minutes >= 0),
  meals text[] not null default '{}',
  seasons text[] not null default '{}',
  equipment text[] not null default '{}',
  tags text[] not null default '{}',
  -- [{text, item?, product?}]: lines as written; what they mean is read again by whoever shows them.
  ingredients jsonb not null,
  steps text[] not null,
  -- {name, url, author}
  source jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on recipes (household_id, id);
select protect_household_table('recipes');

-- Grows with every change of a household's recipes, so that whoever keeps them read knows in one
-- look whether they still are what was read.
create table recipe_books (
  household_id uuid primary key references households on delete cascade,
  version bigint not null default 1
);
select protect_household_table('recipe_books');

create function turn_recipe_book() returns trigger language plpgsql as $$
begin
  insert into recipe_books (household_id) values (coalesce(new.household_id, old.household_id))
    on conflict (household_id) do update set version = recipe_books.version + 1;
  return null;
exception when foreign_key_violation then
  -- The household itself is going, and its book with it.
  return null;
end $$;
create trigger turn_recipe_book after insert or update or delete on recipes
  for each row execute function turn_recipe_book();

-- What was cooked, so that it is not proposed again at once; its bookings undo it.
create table cooked_recipes (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  -- A shipped recipe's id, or an own one's.
  recipe_id text not null,
  title text not null,
  servings integer not null check (servings > 0),
  booking_ids uuid[] not null,
  cooked_at timestamptz not null default now()
);
create index on cooked_recipes (household_id, cooked_at);
select protect_household_table('cooked_recipes');
