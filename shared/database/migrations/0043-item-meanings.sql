-- What an embedding model found near the printed name of a line that nobody was sure about:
-- [{id, deviations}]. Kept, so that a review asks no model.
alter table receipt_items add column meanings jsonb not null default '[]';
