import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { asOwner } from "@/tests/support/world";
import { KEYS } from "./reach-keys";
import { RULES } from "./reach-rules";
import { mayReach } from "./reach-scopes";
import { makeReachWorld, type OwnedRow, type ReachWorld, viewersOf } from "./reach-world";

const OPERATIONS = ["select", "insert", "update", "delete"] as const;
type Operation = (typeof OPERATIONS)[number];
type Reached = Record<Operation, string[]>;

let world: ReachWorld;

beforeAll(async () => {
  world = await makeReachWorld();
  await asOwner((owner) => owner.unsafe(PROBE));
});

/*
 * Tries every operation on the given rows as the current viewer, rolls each back, and returns for which rows it was
 * allowed. PostgreSQL checks policies before constraints, so a copied row that only violates a constraint was allowed.
 */
const PROBE = `
  create schema probe;
  grant usage on schema probe to efacture_app;
  create function probe.reach(p_table text, p_key text, p_rows jsonb) returns jsonb language plpgsql as $$
  declare
    reached jsonb := '{"select": [], "insert": [], "update": [], "delete": []}';
    fields text; changed text; k text; n int; r jsonb;
  begin
    select string_agg(quote_ident(attname), ', ') into fields from pg_attribute
    where attrelid = p_table::regclass and attnum > 0 and attgenerated = '' and not attisdropped;
    changed := coalesce((select quote_ident(attname) from pg_attribute where attrelid = p_table::regclass and attnum > 0
      and has_column_privilege(p_table::regclass, attname, 'update') and attname not in ('id') and attgenerated = '' limit 1), p_key);
    for k, r in select * from jsonb_each(p_rows) loop
      begin
        execute format('select 1 from %I where %I::text = $1', p_table, p_key) using k;
        get diagnostics n = row_count;
        if n > 0 then reached := jsonb_insert(reached, '{select,-1}', to_jsonb(k), true); end if;
      exception when insufficient_privilege then null; end;
      n := 0;
      begin
        execute format('insert into %I (%s) select %s from jsonb_populate_record(null::%I, $1)', p_table, fields, fields, p_table) using r;
        raise exception 'undo';
      exception when insufficient_privilege then null;
      when others then reached := jsonb_insert(reached, '{insert,-1}', to_jsonb(k), true); end;
      begin
        execute format('update %I set %s = %s where %I::text = $1', p_table, changed, changed, p_key) using k;
        get diagnostics n = row_count;
        raise exception 'undo';
      exception when insufficient_privilege then null;
      when others then if n > 0 then reached := jsonb_insert(reached, '{update,-1}', to_jsonb(k), true); end if; end;
      n := 0;
      begin
        execute format('delete from %I where %I::text = $1', p_table, p_key) using k;
        get diagnostics n = row_count;
        raise exception 'undo';
      exception when insufficient_privilege then null;
      when foreign_key_violation then reached := jsonb_insert(reached, '{delete,-1}', to_jsonb(k), true);
      when others then if n > 0 then reached := jsonb_insert(reached, '{delete,-1}', to_jsonb(k), true); end if; end;
    end loop;
    return reached;
  end $$;
  grant execute on function probe.reach to efacture_app`;

async function reach(viewer: Viewer, table: string, contents: Record<string, unknown>): Promise<Reached> {
  const key = KEYS[table] ?? "id";
  const [row] = await withViewer(viewer, (tx) =>
    tx.execute<{ reach: string }>(
      sql`select probe.reach(${table}, ${key}, ${JSON.stringify(contents)}::text::jsonb)::text as reach`,
    ),
  );
  if (!row) throw new Error("The probe returned no row.");
  return JSON.parse(row.reach) as Reached;
}

const rowsOf = (table: string) => world.rows.filter((row) => row.table === table);

/** The stored rows, by key. */
function contentsOf(table: string): Promise<Record<string, unknown>> {
  const key = KEYS[table] ?? "id";
  return asOwner(async (owner) => {
    const found = await owner<{ key: string; row: unknown }[]>`
      select ${owner(key)}::text as key, to_jsonb(t) as row from ${owner(table)} t`;
    return Object.fromEntries(found.map(({ key: k, row }) => [k, row]));
  });
}

const describeRow = (row: OwnedRow) => {
  const supplier = world.suppliers.findIndex(({ id }) => id === row.supplier) + 1;
  const place = world.suppliers[supplier - 1];
  const account = (place?.accounts.findIndex(({ id }) => id === row.account) ?? -1) + 1;
  const person = world.rows.filter(({ table }) => table === "users").findIndex(({ key }) => key === row.user);
  return `supplier ${supplier} account ${account} person ${person}${row.isWithdrawn ? " withdrawn" : ""}`;
};

describe("PostgreSQL alone, without the predicates of lib/access/access.ts", () => {
  it.each(Object.keys(RULES))(
    "allows each viewer of %s exactly what the table of rules says",
    async (table) => {
      const rows = rowsOf(table);
      const contents = await contentsOf(table);
      expect(Object.keys(contents).length).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(0);
      for (const place of world.suppliers) {
        for (const viewer of viewersOf(world, place)) {
          const reached = await reach(viewer, table, contents);
          for (const operation of OPERATIONS) {
            const rules = RULES[table]?.[operation] ?? "";
            const described = (wanted: OwnedRow[]) => wanted.map(describeRow).sort();
            expect(
              described(rows.filter((row) => reached[operation].includes(row.key))),
              `${viewer.kind} ${operation} ${table}`,
            ).toEqual(described(rows.filter((row) => mayReach(rules, viewer, row))));
          }
        }
      }
    },
  );

  it("is tested for every table", async () => {
    const tables = await asOwner(
      (owner) => owner`select tablename from pg_tables where schemaname = 'public'`,
    );
    expect(Object.keys(RULES).sort()).toEqual(tables.map((row) => String(row.tablename)).sort());
  });
});
