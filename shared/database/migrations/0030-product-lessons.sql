-- What a household teaches about a printed name is more than its product.

alter table product_aliases
  -- A lesson may say only what kind of line it is.
  alter column product_name drop not null,
  add column kind text check (kind in ('food', 'non-food', 'bag', 'service')),
  -- What one piece holds, as corrected.
  add column package_value numeric check (package_value > 0),
  add column package_unit text check (package_unit in ('g', 'kg', 'ml', 'l', 'szt')),
  -- The size the name printed then (`500 g`, empty for none): the corrected one is for this one only.
  add column printed_size text not null default '';

-- The name as the till printed it, once a person has given the line another: lessons are for it.
alter table receipt_items add column printed_name text;
