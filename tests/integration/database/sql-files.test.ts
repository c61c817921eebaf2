import type postgres from "postgres";
import { describe, expect, it } from "vitest";
import { applySqlFiles, run } from "@/db/apply-sql-files";
import { sqlFiles } from "@/db/sql-files";
import { asOwner } from "@/tests/support/world";
import { readCatalogue } from "./catalogue";

class Undo extends Error {}

/**
 * The differences between this database and the files in db/functions and db/policies, after `change`. All in a
 * transaction that is rolled back.
 */
async function differences(change = ""): Promise<string[]> {
  const found: string[] = [];
  await asOwner((sql) =>
    sql.begin(async (tx) => {
      await tx.unsafe(change);
      const before = await readCatalogue(tx);
      await applyAll(tx);
      const after = await readCatalogue(tx);
      found.push(
        ...before.filter((line) => !after.includes(line)).map((line) => `in the database: ${line}`),
        ...after.filter((line) => !before.includes(line)).map((line) => `in the files: ${line}`),
        ...functionsOf(before)
          .filter((name) => !functionsInFiles().includes(name))
          .map((name) => `in no file: function ${name}`),
        ...strangers(after).map((line) => `another role: ${line}`),
      );
      throw new Undo();
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return found;
}

async function applyAll(tx: postgres.TransactionSql): Promise<void> {
  const { beforeTables, afterTables } = sqlFiles();
  for (const file of beforeTables) await run(tx, file);
  await applySqlFiles(tx, afterTables);
}

const functionsOf = (catalogue: string[]) =>
  catalogue.flatMap((line) => /^function (\w+)\(/.exec(line)?.[1] ?? []);

const functionsInFiles = () => {
  const { beforeTables, afterTables } = sqlFiles();
  return [...beforeTables, ...afterTables].flatMap(({ text }) =>
    [...text.matchAll(/^create or replace function (\w+)\(/gm)].map(([, name = ""]) => name),
  );
};

/** Objects on which a role other than the owner and the portal's two roles has a right. */
const strangers = (catalogue: string[]) =>
  catalogue.filter((line) =>
    [...line.matchAll(/ (\w+)=[A-Z]+\*?(?= |$|:)/g)].some(
      ([, role = ""]) =>
        ![
          "public",
          "pg_database_owner",
          "efacture_owner",
          "efacture_app",
          "efacture_auth",
          "efacture_jobs",
        ].includes(role),
    ),
  );

describe("a migrated database", () => {
  it("has the functions, triggers, policies and grants of db/functions and db/policies, and no others", async () => {
    expect(await differences()).toEqual([]);
  });

  it.each([
    [
      "a function without a file",
      "create function extra() returns int return 1",
      /in no file: function extra/,
    ],
    [
      "a function with another body",
      "create or replace function viewer_kind() returns text language sql stable parallel safe return 'job'",
      /in the database: function viewer_kind[^]*RETURN 'job'/,
    ],
    [
      "a rule of a constraint with another body",
      "create or replace function is_siren(value text) returns boolean immutable strict parallel safe return true",
      /in the database: function is_siren/,
    ],
    [
      "a function that anybody may call",
      "grant execute on function auth_credentials(text) to public",
      /in the database: function auth_credentials.*public=EXECUTE/,
    ],
    [
      "a function of another owner",
      "alter function auth_credentials(text) owner to efacture_owner",
      /in the files: function auth_credentials.*owner efacture_auth/,
    ],
    [
      "a function that runs with its owner's rights",
      "alter function keep_an_administrator() security definer",
      /in the database: function keep_an_administrator.*SECURITY DEFINER/s,
    ],
    [
      "a policy without a file",
      "create policy extra on users using (true)",
      /in the database: policy users.extra/,
    ],
    ["a policy that is gone", "drop policy jobs on users", /in the files: policy users.jobs/],
    [
      "a policy with another condition",
      "alter policy self_reads on users using (true)",
      /in the database: policy users.self_reads/,
    ],
    ["a grant on a table", "grant delete on users to efacture_app", /in the database: relation users/],
    ["a grant to everybody", "grant select on suppliers to public", /in the database: relation suppliers/],
    [
      "a grant to another role",
      "grant select on suppliers to pg_monitor",
      /another role: relation suppliers/,
    ],
    [
      "a grant on a column",
      "grant select (password_hash) on users to efacture_app",
      /column users.password_hash/,
    ],
    [
      "a grant that is gone",
      "revoke insert on audit_events from efacture_app",
      /in the files: relation audit_events/,
    ],
    [
      "a table without row-level security",
      "alter table users disable row level security",
      /relation users .*security f/,
    ],
    [
      "a table without forced row-level security",
      "alter table users no force row level security",
      /relation users .*forced f/,
    ],
    [
      "a trigger that is off",
      "alter table users disable trigger guard_proof",
      /trigger users.guard_proof enabled D/,
    ],
    [
      "a trigger that is gone",
      "drop trigger keep_an_administrator on users",
      /in the files: trigger users.keep_an/,
    ],
  ])("differs from the files after %s", async (_what, change, expected) => {
    expect((await differences(change)).join("\n")).toMatch(expected);
  });
});
