import type postgres from "postgres";

interface Statement {
  drop: string;
  make: string;
}

/**
 * Runs `fill` while `table` has no index and no constraint that needs one, then makes them again as the catalogue
 * described them. Building an index once by a sort is faster than updating it for every row. PostgreSQL checks every
 * constraint again.
 */
export async function withoutIndexes(
  sql: postgres.Sql,
  table: string,
  fill: () => Promise<unknown>,
): Promise<void> {
  const keys = await sql<Statement[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint
    where contype in ('p', 'u', 'f') and ${table}::regclass in (conrelid, confrelid)
    order by contype = 'f', oid`;
  const indexes = await sql<Statement[]>`
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
    from pg_index
    where indrelid = ${table}::regclass
      and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
    order by indexrelid`;
  for (const { drop } of [...keys.toReversed(), ...indexes]) await sql.unsafe(drop);
  await fill();
  await sql`set maintenance_work_mem = '1GB'`;
  const isForeign = ({ make }: Statement) => make.includes(" FOREIGN KEY ");
  const inOrder = [...keys.filter((key) => !isForeign(key)), ...indexes, ...keys.filter(isForeign)];
  for (const { make } of inOrder) await sql.unsafe(make);
}
