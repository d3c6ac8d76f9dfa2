-- Bookings that belong together, a certain order of a lot's bookings, lots that were split, and
-- what a lot needs to remember so that moving it to and fro never makes it fresher.

alter table lots
  -- What one piece or package holds (500 g), so that pieces can be taken from grams and back.
  add column package_value numeric check (package_value > 0),
  add column package_unit text check (package_unit in ('g', 'kg', 'ml', 'l')),
  -- Days it would still have kept when it went into the freezer; it has no more when it comes out.
  add column thawed_days integer check (thawed_days >= 0),
  -- The latest day it may ever have in a freezer: counted from the first time it was frozen.
  add column frozen_limit_on date,
  -- The lot this one is a part of; its receipt line says what it cost.
  add column origin_lot_id uuid references lots on delete set null;
create index lots_by_origin on lots (origin_lot_id) where origin_lot_id is not null;
create index lots_by_product on lots (household_id, product_key) where quantity > 0;

alter table bookings
  -- All bookings of one act (a cooked recipe, a lot that was split); they are undone together.
  add column group_id uuid,
  -- The lot's version this booking made: the order of a lot's bookings (ids of one millisecond
  -- have none).
  add column lot_version integer,
  -- Of `change`, at the time: a correction may give the lot another unit later.
  add column unit text;
update bookings b set unit = l.unit from lots l where l.id = b.lot_id;
update bookings b set lot_version = ranked.place
  from (select id, row_number() over (partition by lot_id order by id) as place from bookings) ranked
  where ranked.id = b.id;
alter table bookings alter column unit set not null, alter column lot_version set not null;
alter table bookings drop constraint bookings_kind_check;
alter table bookings add constraint bookings_kind_check check (kind in
  ('add', 'consume', 'waste', 'open', 'freeze', 'thaw', 'move', 'edit', 'split', 'undo'));
create index bookings_by_group on bookings (group_id) where group_id is not null;
create unique index bookings_by_lot on bookings (lot_id, lot_version);
drop index bookings_lot_id_idx;
create index bookings_of_waste on bookings (household_id, created_at) where kind = 'waste';

-- Reports over receipts.
create index receipts_by_day on receipts (household_id, purchased_on);
create index receipt_items_by_product on receipt_items (household_id, product_key, product_name)
  where kind = 'food';

-- An amount in g, ml or pieces, and the unit that is then in; exact.
create function in_base(value numeric, unit text) returns numeric
  language sql immutable parallel safe as $$
  select value * case unit when 'kg' then 1000 when 'l' then 1000 else 1 end
$$;
create function base_unit(unit text) returns text language sql immutable parallel safe as $$
  select case unit when 'kg' then 'g' when 'l' then 'ml' else unit end
$$;

-- What a lot cost: its receipt line's price and the amount (in g, ml or pieces) that came for it. A
-- part of a lot looks at the lot it was split from.
create view lot_costs with (security_invoker = true) as
  select l.household_id, l.id as lot_id, i.net_minor, r.currency,
    in_base(b.change, b.unit) as bought, base_unit(b.unit) as bought_unit
  from lots l
    left join lots origin on origin.id = l.origin_lot_id
    join receipt_items i on i.id = coalesce(l.receipt_item_id, origin.receipt_item_id)
    join receipts r on r.id = i.receipt_id
    join bookings b on b.lot_id = coalesce(origin.id, l.id) and b.kind = 'add' and b.change > 0;
grant select on lot_costs to foodsave_app;
