-- A household's own recipes are searched as documents are: each is the source of one document without a file.

alter table documents
  alter column upload_id drop not null,
  add column recipe_id uuid unique references recipes on delete cascade,
  add constraint documents_have_one_source check (num_nonnulls(upload_id, recipe_id) = 1);
