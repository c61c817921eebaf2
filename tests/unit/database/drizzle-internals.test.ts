import { readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { describe, expect, it } from "vitest";
import { sessions } from "@/db/schema/sessions";
import settings from "@/package.json";

interface Sent {
  query: string;
  parameters: unknown[];
  options: object;
  asArrays: boolean;
}

/** A database as db/transaction.ts makes it, over a driver that records its calls and answers with `rows`. */
function databaseOver(rows: unknown[]) {
  const sent: Sent[] = [];
  const driver = {
    unsafe(query: string, parameters: unknown[], options: object) {
      const one = { query, parameters, options, asArrays: false };
      sent.push(one);
      const values = () => {
        one.asArrays = true;
        return Promise.resolve(rows);
      };
      return Object.assign(Promise.resolve(rows), { values });
    },
  };
  const dialect = new PgDialect({ casing: "snake_case" });
  const session = new PostgresJsSession<postgres.Sql, Record<string, never>, Record<string, never>>(
    driver as unknown as postgres.Sql,
    dialect,
    undefined,
  );
  return { tx: new PostgresJsDatabase(dialect, session, undefined), sent };
}

const ID = "0b9f1c1e-9d1c-4e57-9a5d-8c2f0f3b8a11";

describe("the internals of Drizzle that db/transaction.ts uses", () => {
  it("belong to one exact version", () => {
    expect(settings.dependencies["drizzle-orm"]).toMatch(/^\d+\.\d+\.\d+$/);
    // The package does not export its own package.json.
    const installed = readFileSync("node_modules/drizzle-orm/package.json", "utf8");
    expect(JSON.parse(installed)).toMatchObject({ version: settings.dependencies["drizzle-orm"] });
  });

  it("send a built query once, through `unsafe` of the given driver, and take its rows as arrays", async () => {
    const { tx, sent } = databaseOver([[ID, null]]);
    const rows = await tx
      .select({ id: sessions.id, origin: sessions.originUserId })
      .from(sessions)
      .where(eq(sessions.userId, ID));
    expect(rows).toEqual([{ id: ID, origin: null }]);
    expect(sent).toEqual([
      {
        // Columns that are named by their property alone are in snake case.
        query: 'select "id", "origin_user_id" from "sessions" where "sessions"."user_id" = $1',
        parameters: [ID],
        options: expect.any(Object),
        asArrays: true,
      },
    ]);
  });

  it("send written SQL the same way, and take its rows as objects", async () => {
    const { tx, sent } = databaseOver([{ one: 1 }]);
    expect(await tx.execute(sql`select ${1} as one`)).toEqual([{ one: 1 }]);
    expect(sent).toEqual([
      { query: "select $1 as one", parameters: [1], options: expect.any(Object), asArrays: false },
    ]);
  });
});
