-- How long goods really lasted in this household: dates it corrected, food it threw away early.

create table expiry_observations (
  -- Of the booking that showed it; taken back with it.
  booking_id uuid primary key references bookings on delete cascade,
  household_id uuid not null references households on delete cascade,
  -- The shipped product, or the household's own by its name.
  product text not null,
  category text,
  location text not null check (location in ('pantry', 'fridge', 'freezer')),
  how text not null check (how in ('corrected', 'wasted')),
  -- From the day of purchase.
  days integer not null check (days between 0 and 3650),
  created_at timestamptz not null default now()
);
create index on expiry_observations (household_id, booking_id);
select protect_household_table('expiry_observations');
