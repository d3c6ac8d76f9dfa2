-- What pages say of their recipes: languages besides Polish and English, the time with its rest, and what
-- a recipe makes where that is no number of servings.

alter table recipes
  drop constraint recipes_language_check,
  add constraint recipes_language_check check (language ~ '^[a-z]{2}$'),
  add column total_minutes integer check (total_minutes >= 0),
  add column makes text check (length(makes) between 1 and 100);
