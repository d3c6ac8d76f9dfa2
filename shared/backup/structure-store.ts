import type { ClientBase } from 'pg';

/** Names of tables are written without their schema, which differs between two that are compared. */
const OURS = `= current_schema()::regnamespace`;

/**
 * What a schema is besides its rows, a line for each: two schemas are the same if these are. Read inside
 * the schema that the client works in; who owns it makes no difference.
 */
const LINES: Readonly<Record<string, string>> = {
  column: `select format('%s.%s %s%s default %s %s%s', c.relname, a.attname,
      format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
      coalesce(pg_get_expr(d.adbin, d.adrelid), 'none'), a.attidentity, a.attgenerated)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'v') and c.relnamespace ${OURS}`,
  constraint: `select format('%s %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
    from pg_constraint k join pg_class c on c.oid = k.conrelid where c.relnamespace ${OURS}`,
  index: `select replace(pg_get_indexdef(i.indexrelid), current_schema() || '.', '')
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace ${OURS}`,
  trigger: `select pg_get_triggerdef(t.oid, true)
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace ${OURS}`,
  view: `select format('%s %s %s', c.relname, c.reloptions, pg_get_viewdef(c.oid))
    from pg_class c where c.relkind = 'v' and c.relnamespace ${OURS}`,
  function: `select replace(pg_get_functiondef(p.oid), current_schema() || '.', '')
    from pg_proc p where p.pronamespace ${OURS}`,
  security: `select format('%s enabled %s forced %s', c.relname, c.relrowsecurity, c.relforcerowsecurity)
    from pg_class c where c.relkind = 'r' and c.relnamespace ${OURS}`,
  policy: `select format('%s.%s %s %s %s using %s check %s', c.relname, p.polname, p.polpermissive, p.polcmd,
      (select array_agg(case when r = c.relowner then 'owner' else r::regrole::text end order by r::regrole::text)
       from unnest(p.polroles) r),
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace ${OURS}`,
  grant: `select format('%s %s to %s', what, privilege_type,
      case grantee when 0 then 'public' else grantee::regrole::text end)
    from (
      select c.relname::text as what, c.relowner as owner, acl.* from pg_class c, aclexplode(c.relacl) acl
        where c.relnamespace ${OURS}
      union all
      select p.oid::regprocedure::text, p.proowner, acl.* from pg_proc p,
          aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
        where p.pronamespace ${OURS}
      union all
      select 'schema', n.nspowner, acl.* from pg_namespace n, aclexplode(n.nspacl) acl
        where n.nspname = current_schema() and acl.grantee::regrole::text like 'foodsave%'
    ) granted where grantee <> owner`,
};

export async function readStructure(client: ClientBase): Promise<string[]> {
  const found: string[] = [];
  for (const [kind, sql] of Object.entries(LINES)) {
    const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
    found.push(...rows.map(([line]) => `${kind} ${line}`));
  }
  return found.sort();
}
