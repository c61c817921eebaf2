import { inspect } from "node:util";
import { DrizzleQueryError, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { suppliers } from "@/db/schema/suppliers";
import { throttleCounters } from "@/db/schema/throttle-counters";
import { QueryFailed, withoutValues } from "@/lib/access/query-failure";
import { withViewer } from "@/lib/access/with-viewer";
import { isUnavailable } from "@/lib/http/is-unavailable";
import { describeError } from "@/lib/log";
import { makeSupplier } from "@/tests/support/world";

const CANARY = "canary-7f3a";

async function failureOf(work: Parameters<typeof withViewer>[1]): Promise<unknown> {
  try {
    await withViewer({ kind: "job" }, work);
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

describe("a query that fails", () => {
  it("contains PostgreSQL's code and the constraint, and no values, in every printed form", async () => {
    const { id } = await makeSupplier();
    const failures = [
      await failureOf((tx) => tx.execute(sql`select ${CANARY}::int`)),
      await failureOf((tx) => tx.update(suppliers).set({ brandColor: CANARY }).where(eq(suppliers.id, id))),
      await failureOf((tx) => tx.delete(throttleCounters).where(eq(throttleCounters.scope, CANARY))),
    ];
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(QueryFailed);
      expect(inspect(failure, { depth: 9, showHidden: true })).not.toContain(CANARY);
      expect(inspect(failure)).toContain("query-failure.test.ts");
    }
    expect(failures.map((failure) => (failure instanceof QueryFailed ? failure.message : ""))).toEqual([
      "A query failed: 22P02.",
      "A query failed: 23514 (suppliers_brand_color_hex).",
      "A query failed: 42501.",
    ]);
    expect(describeError(failures[0])).toMatchObject({ errorName: "QueryFailed", errorCode: "22P02" });
  });

  it("because the server is gone is recognised as such, so that a retry may help", () => {
    for (const code of ["57P01", "CONNECTION_CLOSED", "ECONNREFUSED"]) {
      const cause = Object.assign(new Error(CANARY), { code });
      const cleaned = withoutValues(new DrizzleQueryError("select $1", [CANARY], cause));
      expect(isUnavailable(cleaned)).toBe(true);
      expect(inspect(cleaned)).not.toContain(CANARY);
    }
  });

  it("does not change other errors", async () => {
    const thrown = new Error("ours");
    expect(await failureOf(() => Promise.reject(thrown))).toBe(thrown);
  });
});
