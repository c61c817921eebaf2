import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CustomerUser } from "@/lib/access/viewer";
import { addDays } from "@/lib/dates";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { SORT_KEYS } from "@/lib/invoices/filter/invoice-sort";
import { findNeighbours } from "@/lib/invoices/one/find-neighbours";
import type { ListedInvoice } from "@/lib/invoices/register/select-invoices";
import { listInvoices, listTogether } from "@/tests/support/list-invoices";
import { asOwner, makeAccount, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

let supplier: TestSupplier;

beforeAll(async () => {
  supplier = await makeSupplier();
});

/** The ids of the invoices before and after. */
async function neighbourIds(
  viewers: readonly CustomerUser[],
  list: Parameters<typeof findNeighbours>[1],
  invoice: ListedInvoice,
) {
  const accounts = viewers.map((viewer) => ({ viewer }));
  const { previous, next } = await findNeighbours(accounts, list, invoice);
  return [previous?.id, next?.id];
}

const drawn = fc.record({
  issuedOn: fc.integer({ min: 0, max: 3 }).map((days) => addDays("2026-11-01", days)),
  dueOn: fc.option(fc.integer({ min: 0, max: 2 }).map((days) => addDays("2026-12-01", days))),
  total: fc.integer({ min: -1, max: 2 }),
});

describe("the neighbours of an invoice", () => {
  it("are those of the list, for every sort and filter", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(drawn, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(null, "2026-11-02"),
        async (invoices, from) => {
          const { administrator, ...account } = await makeAccount(supplier);
          await fillAccount(
            supplier,
            { administrator, ...account },
            invoices.map(({ issuedOn }) => issuedOn),
            (at) => ({ due_on: invoices[at]?.dueOn, total_with_vat_minor: invoices[at]?.total }),
          );
          for (const by of SORT_KEYS)
            for (const isAscending of [true, false]) {
              const sort = { by, isAscending };
              const filter = { ...EMPTY_FILTER, from };
              const { rows } = await listInvoices(administrator, listing({ from }, { sort }));
              for (const [index, row] of rows.entries())
                expect(await neighbourIds([administrator], { filter, sort }, row)).toEqual([
                  rows[index - 1]?.id,
                  rows[index + 1]?.id,
                ]);
            }
        },
      ),
      { numRuns: 5 },
    );
  });

  it("are those of the list of several companies, if the list has several", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(drawn, { maxLength: 6 }), { minLength: 2, maxLength: 3 }),
        async (lists) => {
          const accounts = [];
          for (const invoices of lists) {
            const account = await makeAccount(supplier);
            accounts.push({ viewer: account.member });
            await fillAccount(
              supplier,
              account,
              invoices.map(({ issuedOn }) => issuedOn),
              (at) => ({ due_on: invoices[at]?.dueOn, total_with_vat_minor: invoices[at]?.total }),
            );
          }
          for (const by of SORT_KEYS)
            for (const isAscending of [true, false]) {
              const sort = { by, isAscending };
              const { rows } = await listTogether(accounts, listing({ from: "2026-11-02" }, { sort }));
              const filter = { ...EMPTY_FILTER, from: "2026-11-02" };
              const place = (row: (typeof rows)[number] | undefined) =>
                row ? { id: row.id, account: row.account } : null;
              for (const [index, row] of rows.entries())
                expect(await findNeighbours(accounts, { filter, sort }, row)).toEqual({
                  previous: place(rows[index - 1]),
                  next: place(rows[index + 1]),
                });
            }
        },
      ),
      { numRuns: 4 },
    );
  });

  it("are never of another account, nor withdrawn", async () => {
    const [account, other] = [await makeAccount(supplier), await makeAccount(supplier)];
    await fillAccount(supplier, other, ["2026-11-01", "2026-11-03"]);
    const ids = await fillAccount(supplier, account, ["2026-11-01", "2026-11-02", "2026-11-03"]);
    await asOwner(
      (sql) => sql`update invoices set state = 'withdrawn', withdrawn_at = now() where id = ${ids[2] ?? ""}`,
    );
    const { rows } = await listInvoices(account.member, listing());
    const [newest] = rows;
    if (!newest) throw new Error("no invoice");
    expect(await neighbourIds([account.member], listing(), newest)).toEqual([undefined, ids[0]]);
  });
});
