-- What an embedding model made of the shipped products' texts: the same for every household, and
-- nothing of theirs. Kept text by text, so that what was begun goes on and a changed lexicon asks for
-- what is new alone.
create table product_vectors (
  model text not null,
  text text not null,
  -- Little-endian 32-bit numbers; a vector of length 1.
  vector bytea not null check (length(vector) > 0 and length(vector) % 4 = 0),
  primary key (model, text)
);
grant select, insert on product_vectors to foodsave_app;
