import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/invoices";
import { withSearch } from "@/lib/access/with-search";
import { withViewer } from "@/lib/access/with-viewer";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { IGNORED_CHARACTERS } from "@/lib/invoices/filter/searched-text";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import { orderInvoices } from "@/lib/invoices/register/sort-invoices";
import { takeTurn } from "@/lib/limits/take-turn";
import { makeAccount, makeSupplier, type TestAccount } from "@/tests/support/world";

let account: TestAccount;

beforeAll(async () => {
  account = await makeAccount(await makeSupplier());
});

describe("a search of one account", () => {
  it("ignores the same characters in the database as the search field does", async () => {
    const visible = "aZé9_%\\'";
    const [row] = await withViewer(account.member, (tx) =>
      tx.execute<{ folded: string }>(
        sql`select folded_text(${[...visible].join(IGNORED_CHARACTERS)}) as folded`,
      ),
    );
    expect(row?.folded).toBe(visible.toLowerCase());
  });

  it("asks who the viewer is once, not for each row, and takes one core", async () => {
    const matching = matchInvoices(account.member, { ...EMPTY_FILTER, q: "zz" });
    const plan = await withViewer(account.member, async (tx) => {
      const rows = await tx.execute<{ "QUERY PLAN": string }>(
        sql`explain (costs off) select ${invoices.id} from ${invoices} where ${matching}`,
      );
      return rows.map((row) => row["QUERY PLAN"]).join("\n");
    });
    expect(plan).toMatch(/Filter: .*strpos\(.*searched/);
    expect(plan).not.toMatch(/Filter: .*current_setting|Gather/);
  });

  it.each([false, true])(
    "reads the list by amount from its index, without a sort (backward: %s)",
    async (isBackward) => {
      const order = orderInvoices({ by: "amount", isAscending: false }, isBackward);
      const matching = matchInvoices(account.member, EMPTY_FILTER);
      const plan = await withViewer(account.member, async (tx) => {
        // The table of the test is too small for an index to be worth it.
        await tx.execute(sql`set local enable_seqscan = off`);
        await tx.execute(sql`set local enable_bitmapscan = off`);
        await tx.execute(sql`set local enable_sort = off`);
        const rows = await tx.execute<{ "QUERY PLAN": string }>(
          sql`explain (costs off) select ${invoices.id} from ${invoices} where ${matching}
            order by ${sql.join(order, sql`, `)} limit 25`,
        );
        return rows.map((row) => row["QUERY PLAN"]).join("\n");
      });
      expect(plan).toMatch(/Index Scan (Backward )?using invoices_largest_first/);
      expect(plan).not.toMatch(/Sort/);
    },
  );

  it("is one query of five seconds at a time, for all users of the account", async () => {
    const timeouts: string[] = [];
    let running = 0;
    const search = (viewer: TestAccount["member"]) =>
      withSearch(viewer, async (tx) => {
        running += 1;
        expect(running).toBe(1);
        const [row] = await tx.execute<{ limit: string }>(
          sql`select current_setting('statement_timeout') as limit`,
        );
        timeouts.push(row?.limit ?? "");
        running -= 1;
      });
    await Promise.all([account.member, account.administrator, account.member].map(search));
    expect(timeouts).toEqual(["5s", "5s", "5s"]);
  });

  it("lets one user hold at most three connections, however many lists they open", async () => {
    const [member, stranger] = [account.member, (await makeAccount(await makeSupplier())).member];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const lists = Array.from({ length: 12 }, () => withViewer(member, () => held));
    const [row] = await withViewer(stranger, (tx) => tx.execute<{ one: number }>(sql`select 1 as one`));
    expect(row?.one).toBe(1);
    const turn = await takeTurn("connections", { owners: ["user:another"], isKnown: true });
    expect(turn).not.toBeNull();
    turn?.release();
    release();
    await Promise.all(lists);
  });
});
