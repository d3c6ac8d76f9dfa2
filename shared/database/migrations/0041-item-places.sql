-- Where a line stands in the photograph: {page, x0, y0, x1, y1}, fractions of the upright page.
alter table receipt_items add column place jsonb;
