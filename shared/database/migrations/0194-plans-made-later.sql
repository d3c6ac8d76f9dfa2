-- A plan that is made while nobody waits: whose it is, in which language, and how far it has come.
alter table meal_plans
  add column asked_by uuid,
  add column locale text check (locale in ('pl', 'en')),
  add column stage text check (stage in ('gather', 'plan', 'check', 'save'));
