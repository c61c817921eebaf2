import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { type InvoiceSort, SORT_KEYS } from "@/lib/invoices/filter/invoice-sort";
import type { InvoiceListing } from "@/lib/invoices/register/invoice-list";
import { COUNT_LIMIT } from "@/lib/invoices/register/invoice-summary";
import { listInvoices, listTogether } from "@/tests/support/list-invoices";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

let suppliers: TestSupplier[];

beforeAll(async () => {
  suppliers = [await makeSupplier(), await makeSupplier()];
});

const own = (accounts: readonly TestAccount[]) => accounts.map(({ member }) => ({ viewer: member }));
const day = fc.integer({ min: 0, max: 3 }).map((days) => addDays("2026-11-01", days));
const drawn = fc.record({
  issuedOn: day,
  dueOn: fc.option(day),
  total: fc.integer({ min: -2, max: 2 }),
  number: fc.constantFrom("F", "f", "é", "F-1", "𝔉", "\uffee"),
});

/** The ids on all pages, read from the first page to the last and from the last to the first. */
async function walk(accounts: readonly TestAccount[], sort: InvoiceSort): Promise<[string[], string[]]> {
  const open = (page: InvoiceListing["page"]) => listTogether(own(accounts), listing({}, { sort, page }));
  const pages = [await open({ direction: "first" })];
  for (let page = pages[0]; page?.next; page = pages.at(-1))
    pages.push(await open({ direction: "after", cursor: page.next }));
  const back = pages.slice(-1);
  for (let page = back[0]; page?.previous; page = back[0])
    back.unshift(await open({ direction: "before", cursor: page.previous }));
  for (const walked of [pages, back]) {
    let last = 0;
    for (const { rows, places } of walked.filter((page) => page.rows.length > 0)) {
      expect(places).toEqual({ first: last + 1, last: last + rows.length });
      last += rows.length;
    }
  }
  const ids = (list: typeof pages) => list.flatMap(({ rows }) => rows.map(({ id }) => id));
  return [ids(pages), ids(back)];
}

describe("the list of several companies", () => {
  it("sorts all invoices together, shows each one once over all pages, and shows its company", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(drawn, { maxLength: 40, size: "max" }), { minLength: 2, maxLength: 3 }),
        async (lists) => {
          const accounts: TestAccount[] = [];
          const owners = new Map<string, string>();
          for (const [index, invoices] of lists.entries()) {
            const supplier = suppliers[index % suppliers.length];
            if (!supplier) throw new Error("no supplier");
            const account = await makeAccount(supplier);
            accounts.push(account);
            const made = await fillAccount(
              supplier,
              account,
              invoices.map(({ issuedOn }) => issuedOn),
              (place) => ({
                due_on: invoices[place]?.dueOn,
                total_with_vat_minor: invoices[place]?.total,
                number: invoices[place]?.number,
                seller_key: `name:${account.id}-${place}`,
              }),
            );
            for (const id of made) owners.set(id, account.id);
          }
          for (const by of SORT_KEYS)
            for (const isAscending of [true, false]) {
              const [down, up] = await walk(accounts, { by, isAscending });
              expect([...down].sort()).toEqual([...owners.keys()].sort());
              expect(up).toEqual(down);
              for (const { id, member } of accounts) {
                const alone = await listInvoices(member, listing({}, { sort: { by, isAscending } }));
                const accountIds = down.filter((one) => owners.get(one) === id);
                expect(accountIds.slice(0, 25)).toEqual(alone.rows.map((row) => row.id));
              }
            }
          const first = await listTogether(own(accounts), listing());
          expect(first.count).toBe(owners.size);
          for (const row of first.rows) expect(row.account.viewer.accountId).toBe(owners.get(row.id));
        },
      ),
      { numRuns: 6 },
    );
  });

  it("counts up to the limit in total, and shows only months that are completely counted in every company", async () => {
    const [supplier] = suppliers;
    if (!supplier) throw new Error("no supplier");
    const [large, small] = [await makeAccount(supplier), await makeAccount(supplier)];
    await fillAccount(supplier, large, Array<string>(COUNT_LIMIT).fill("2026-10-01"));
    await fillAccount(supplier, large, ["2026-11-01", "2026-11-02"]);
    await fillAccount(supplier, small, ["2026-11-03", "2026-09-01"]);
    const list = await listTogether(own([large, small]), listing());
    expect([list.count, list.hasMore, list.totals]).toEqual([COUNT_LIMIT, true, []]);
    expect(list.months["2026-11"]?.count).toEqual({ value: 3, isCapped: false });
    expect(list.months["2026-10"]?.count.isCapped).toBe(true);
    expect(list.months["2026-09"]).toBeUndefined();
    expect(list.places).toEqual({ first: 1, last: 25 });
  });

  it("adds up each company, also when only one of them is read", async () => {
    const [supplier] = suppliers;
    if (!supplier) throw new Error("no supplier");
    const accounts = [await makeAccount(supplier), await makeAccount(supplier)];
    const [one, other] = accounts;
    if (!one || !other) throw new Error("no account");
    await fillAccount(supplier, one, ["2026-11-01", "2026-11-02"]);
    await fillAccount(supplier, other, ["2026-11-03"]);
    const { companies } = await listTogether(own(accounts), listing());
    expect(companies.map(({ account, summary }) => [account.viewer.accountId, summary.count])).toEqual([
      [one.member.accountId, 2],
      [other.member.accountId, 1],
    ]);
  });
});
