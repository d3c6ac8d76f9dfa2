-- What a household always wants to have at home; what is missing of it adds itself to the newest list.
create table minimum_stock (
  id uuid primary key default uuid_v7(),
  household_id uuid not null references households on delete cascade,
  product_key text,
  name text not null check (length(name) between 1 and 200),
  quantity numeric not null check (quantity > 0),
  unit text not null check (unit in ('g', 'kg', 'ml', 'l', 'szt', 'opak')),
  created_at timestamptz not null default now()
);
create unique index minimum_stock_by_product
  on minimum_stock (household_id, (coalesce(product_key, '=' || lower(name))));
select protect_household_table('minimum_stock');

-- Minimums that somebody took off a list: they do not come back to it.
alter table shopping_lists add column dismissed uuid[] not null default '{}';
