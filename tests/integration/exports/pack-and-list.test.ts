import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { openExport } from "@/lib/exports/open-export";
import type { InvoicePage } from "@/lib/invoices/filter/invoice-cursor";
import { EMPTY_FILTER } from "@/lib/invoices/filter/invoice-filter";
import { type InvoiceQuery, readInvoiceQuery, writeInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { SORT_KEYS } from "@/lib/invoices/filter/invoice-sort";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { sessionOf, setProvenAddress } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { INDEX_WORDS } from "@/tests/support/index-words";
import { openRegister } from "@/tests/support/open-register";
import { makeAccount, makeSupplier, type TestAccount, type TestSupplier } from "@/tests/support/world";
import { opened, storeInvoices } from "./pack-world";

let supplier: TestSupplier;
let account: TestAccount;
const session = () => sessionOf(account.identifiers.administrator);

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

describe("a pack", () => {
  it("equals what the list shows for the same query, over all its pages and in its order", async () => {
    const other = await makeAccount(supplier);
    await storeInvoices(supplier, other, [{}, {}]);
    const stored = await storeInvoices(
      supplier,
      account,
      Array.from({ length: 60 }, (_, index) => ({
        issued_on: addDays("2026-11-20", -(index % 12) * 20),
        due_on: index % 3 === 0 ? null : addDays("2026-11-01", index % 9),
        number: index % 5 === 0 ? `FT ${index}/é` : `FT-${index}`,
        type: index % 7 === 0 ? "credit_note" : "invoice",
        total_with_vat_minor: ((index * 37) % 11) * 1_000 - 2_000,
        contracts: `{CC-${index % 4}}`,
        vehicles: index % 2 === 0 ? "{GA-123-BC}" : "{}",
      })),
    );
    const taken = stored.filter((_, index) => index % 4 === 0).map(({ id }) => id);
    await recordDownloads(account.administrator, taken);
    const current = await session();
    const day = fc.option(fc.integer({ min: -260, max: 10 }).map((days) => addDays("2026-11-23", days)));
    const someQuery = fc.record<InvoiceQuery>({
      filter: fc.record({
        q: fc.option(fc.constantFrom("FT", "ga123bc", "CC-1", "30,00", "nothing at all")),
        from: day,
        to: day,
        type: fc.option(fc.constantFrom("invoice", "credit_note")),
        contract: fc.option(fc.constantFrom("CC-2", "cc")),
        vehicle: fc.option(fc.constant("GA-123-BC")),
        min: fc.option(fc.constantFrom("-10.00", "0.00", "20.00")),
        max: fc.option(fc.constantFrom("15.00", "90.00")),
        isNew: fc.boolean(),
        isUnread: fc.boolean(),
        company: fc.constant(null),
      }),
      sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), isAscending: fc.boolean() }),
      scope: fc.constant("own"),
      page: fc.constant({ direction: "first" }),
    });
    let filled = 0;
    await fc.assert(
      fc.asyncProperty(someQuery, async (query) => {
        const listed: string[] = [];
        for (let page: InvoicePage | null = query.page; page;) {
          const url = new URLSearchParams(writeInvoiceQuery({ ...query, page }));
          const { list } = await openRegister(current, url);
          listed.push(...list.rows.map(({ id }) => id));
          page = list.next && { direction: "after", cursor: list.next };
        }
        const params = new URLSearchParams(writeInvoiceQuery(query));
        const result = await openExport(current, params, INDEX_WORDS);
        const packed = result.ok ? result.export.originals.flatMap(({ ids }) => ids) : [];
        expect(packed).toEqual(listed);
        filled += result.ok ? 1 : 0;
      }),
      {
        numRuns: 120,
        examples: SORT_KEYS.map((by) => [
          {
            filter: EMPTY_FILTER,
            sort: { by, isAscending: true },
            scope: "own",
            page: { direction: "first" },
          },
        ]),
      },
    );
    expect(filled).toBeGreaterThan(20);
  });

  it("of several companies contains the invoices of their list, per company in the order of the list", async () => {
    const second = await makeAccount(await makeSupplier());
    for (const { identifiers } of [account, second])
      await setProvenAddress(identifiers.administrator, "moi@essai.example");
    const dates = Array.from({ length: 20 }, (_, index) => addDays("2026-11-20", -(index % 7)));
    await storeInvoices(
      supplier,
      account,
      dates.map((issued_on) => ({ issued_on })),
    );
    await storeInvoices(
      { ...supplier, id: second.administrator.supplierId },
      second,
      dates.map((issued_on, index) => ({ issued_on, type: index % 3 === 0 ? "credit_note" : "invoice" })),
    );
    const current = await session();
    const company = second.administrator.accountId;
    for (const asked of [
      "scope=all",
      "scope=all&type=credit_note",
      "scope=all&sort=number-asc",
      `scope=all&company=${company}`,
    ]) {
      const query = readInvoiceQuery(Object.fromEntries(new URLSearchParams(asked)));
      const listed = new Map<string, string[]>();
      for (let page: InvoicePage | null = query.page; page;) {
        const url = new URLSearchParams(writeInvoiceQuery({ ...query, page }));
        const { list } = await openRegister(current, url);
        for (const { id, account: owner } of list.rows) {
          const of = owner?.viewer.accountId ?? "";
          listed.set(of, [...(listed.get(of) ?? []), id]);
        }
        page = list.next && { direction: "after", cursor: list.next };
      }
      expect([...listed.values()].flat().length, asked).toBeGreaterThan(5);
      const { originals } = await opened(current, asked);
      expect(new Map(originals.map(({ viewer, ids }) => [viewer.accountId, ids])), asked).toEqual(listed);
    }
  });

  it("reads an account in batches, for any number of invoices", async () => {
    const dates = Array.from({ length: 1_201 }, (_, index) => addDays("2026-11-01", index % 5));
    await fillAccount(supplier, account, dates);
    for (const sort of ["date", "due-asc", "amount", "number"]) {
      const { originals } = await opened(await session(), `sort=${sort}`);
      expect(new Set(originals.flatMap(({ ids }) => ids)).size).toBe(1_201);
    }
  });
});
