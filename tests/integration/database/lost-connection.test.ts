import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/transaction";
import { viewerSettings } from "@/lib/access/viewer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { eventually } from "@/tests/support/eventually";
import { asOwner } from "@/tests/support/world";

const OURS = "application_name = 'e-facture' and datname = current_database()";
/** Runs a transaction without the turn that viewers need, so that all connections of the pool can be used at once. */
const run = (work: Parameters<typeof transaction>[2]) =>
  transaction("web", viewerSettings({ kind: "anonymous" }), work).then(
    () => "done",
    (error: unknown) => (isUnavailable(error) ? "unavailable" : String(error)),
  );
const query = () => run((tx) => tx.execute(sql`select 1`));
const many = (times: number, work: () => Promise<string>) =>
  Promise.all(Array.from({ length: times }, work)).then((results) => [...new Set(results)]);
const connectionsLike = (condition: string) =>
  asOwner(async (owner) => {
    const [row] = await owner.unsafe(
      `select count(*)::int as n from pg_stat_activity where ${OURS} and ${condition}`,
    );
    return Number(row?.n);
  });
const closeAll = () =>
  asOwner((owner) => owner.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where ${OURS}`));

describe("a connection that the server closes", () => {
  it("during a query makes that transaction fail, and the next ones work", async () => {
    expect(await run((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`))).toBe(
      "unavailable",
    );
    expect(await many(30, query)).toEqual(["done"]);
  });

  it("between two queries makes that transaction fail, and the next ones work", async () => {
    const between = run(async (tx) => {
      await tx.execute(sql`select 1`);
      await closeAll();
      await eventually("the connection is closed", async () => (await connectionsLike("true")) === 0);
      await tx.execute(sql`select 1`);
    });
    expect(await between).toBe("unavailable");
    expect(await many(30, query)).toEqual(["done"]);
  });

  it("together with all others makes running and waiting transactions fail, and leaves no connection", async () => {
    const sleeping = many(40, () =>
      run(async (tx) => {
        await tx.execute(sql`select 1`);
        await tx.execute(sql`select pg_sleep(30)`);
      }),
    );
    await eventually(
      "every connection is busy",
      async () => (await connectionsLike("query like '%pg_sleep%'")) === 10,
    );
    await closeAll();
    expect(await sleeping).toEqual(["unavailable"]);
    expect(await many(40, query)).toEqual(["done"]);
    // The server may still be finishing the last commit when its answer has come.
    await eventually(
      "every connection is idle",
      async () => (await connectionsLike("wait_event is distinct from 'ClientRead'")) === 0,
    );
  });
});
