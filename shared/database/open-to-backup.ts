import type { ClientBase } from 'pg';

/**
 * Lets the backup role read every table of the schema that the client works in, in spite of row-level
 * security. It runs after every migration, so that no migration has to remember it for a new table.
 */
export async function openToBackup(client: ClientBase): Promise<void> {
  await client.query(`do $$
declare
  target record;
begin
  execute format('grant usage on schema %I to foodsave_backup', current_schema());
  execute format('grant select on all tables in schema %I to foodsave_backup', current_schema());
  execute format('grant select on all sequences in schema %I to foodsave_backup', current_schema());
  for target in
    select c.oid::regclass as name from pg_catalog.pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity
      and not exists (select 1 from pg_catalog.pg_policy p
        where p.polrelid = c.oid and p.polname = 'backup')
  loop
    execute format('create policy backup on %s for select to foodsave_backup using (true)', target.name);
  end loop;
end $$`);
}
