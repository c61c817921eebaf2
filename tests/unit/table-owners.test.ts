import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type TableWrite, tableWrites, writesIn } from "@/tests/support/table-writes";

/** For each table its owner, and the columns that other folders may update. */
const owners = JSON.parse(readFileSync("lib/table-owners.json", "utf8")) as Record<
  string,
  { owner: string } & Record<string, string | string[]>
>;

const folderOf = (file: string) => file.split("/")[1] ?? "";

function isAllowed({ file, table, columns }: TableWrite): boolean {
  const rule = owners[table];
  const folder = folderOf(file);
  if (rule?.owner === folder) return true;
  const shared = rule?.[folder];
  return Array.isArray(shared) && columns !== null && columns.every((column) => shared.includes(column));
}

describe("a table", () => {
  it("has an owner among the folders of lib", () => {
    const tables = readdirSync("db/schema").flatMap((file) =>
      [...readFileSync(`db/schema/${file}`, "utf8").matchAll(/^export const (\w+) = pgTable\(/gm)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(Object.keys(owners).sort()).toEqual(tables.sort());
    const folders = new Set(readdirSync("lib"));
    for (const [table, rule] of Object.entries(owners))
      for (const folder of [rule.owner, ...Object.keys(rule).filter((key) => key !== "owner")])
        expect(folders, table).toContain(folder);
  });

  it("is written only by its owner, except for listed columns", () => {
    const writes = tableWrites();
    expect(writes.length).toBeGreaterThan(50);
    expect(writes.filter((write) => !isAllowed(write))).toEqual([]);
  });

  it("does not allow a folder to update columns that it never updates", () => {
    const updated = new Set(
      tableWrites().flatMap(({ file, table, columns }) =>
        (columns ?? []).map((column) => `${table} ${folderOf(file)} ${column}`),
      ),
    );
    const listed = Object.entries(owners).flatMap(([table, rule]) =>
      Object.entries(rule).flatMap(([folder, columns]) =>
        Array.isArray(columns) ? columns.map((column) => `${table} ${folder} ${column}`) : [],
      ),
    );
    expect(listed.filter((one) => !updated.has(one))).toEqual([]);
  });

  it("is not written by SQL text in lib, which this check would not see", () => {
    const writing = /\b(insert\s+into|delete\s+from|update\s+\w+\s+set|merge\s+into|truncate)\s/i;
    const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .filter((name) =>
        writing.test(readFileSync(`lib/${name}`, "utf8").replace(/\/\*[^]*?\*\/|\/\/.*/g, "")),
      );
    expect(files).toEqual([]);
  });
});

describe("the check of writes", () => {
  const read = (statement: string) =>
    writesIn("lib/audit/one.ts", `import { users } from "@/db/schema/users";\n${statement}`);

  it.each<[string, string[] | null]>([
    ["tx.update(users).set({ name, ...(at && { emailVerifiedAt: at }) })", ["name", "emailVerifiedAt"]],
    ["tx.update(users).set(change)", null],
    ["tx.update(users).set({ ...change })", null],
    ["tx.insert(users).values({ name })", null],
    ["tx.delete(users)", null],
    ["insertRows(tx, users, rows)", null],
  ])("sees %s", (statement, columns) => {
    const [write] = read(statement);
    expect(write).toEqual({ file: "lib/audit/one.ts", table: "users", columns });
    expect(write && isAllowed(write)).toBe(false);
  });

  it("ignores other calls", () => {
    expect(read("hash.update(bytes); map.delete(users2); tx.select().from(users)")).toEqual([]);
  });
});
