import { beforeEach, describe, expect, it } from "vitest";
import { PUT } from "@/app/api/v1/accounts/[customerNumber]/announcements/[month]/route";
import type { Manager } from "@/lib/access/viewer";
import { announceTable } from "@/lib/completeness/announce-table";
import { archiveView } from "@/lib/completeness/archive-view";
import { listDifferences } from "@/lib/completeness/list-differences";
import { openArchive } from "@/lib/completeness/open-archive";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { sessionOf } from "@/tests/integration/persons/person-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;
let manager: Manager;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  manager = (await makeStaff("manager", supplier)).viewer as Manager;
});

function announce(body: object | string, { month = "2026-10", number = account.customerNumber } = {}) {
  const path = `/api/v1/accounts/${encodeURIComponent(number)}/announcements/${month}`;
  const request = new Request(`http://localhost${path}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${supplier.key}` },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return PUT(request, {});
}

const table = (text: string) => announceTable(manager, Buffer.from(text));

/** The year of the account's archive as its administrator sees it. */
async function company() {
  const session = await sessionOf(account.identifiers.administrator);
  const archive = await openArchive(session, new URLSearchParams());
  return archiveView(archive, "own", []).companies[0];
}

const totalOf = (accountId: string) =>
  asOwner(async (sql) => {
    const [row] = await sql`
      select to_char(sum(signed_with_vat_minor) / 100.0, 'FM999999990.00') as total from invoices
      where account_id = ${accountId}`;
    return String(row?.total);
  });

describe("an announcement through the API", () => {
  it("is answered as recorded, and a later one replaces it", async () => {
    const first = await announce({ count: 3, total: "300.00", currency: "EUR" });
    expect([first.status, await first.json()]).toEqual([
      200,
      {
        customerNumber: account.customerNumber,
        month: "2026-10",
        currency: "EUR",
        count: 3,
        total: "300.00",
      },
    ]);
    await announce({ count: 2, total: "-10.5", currency: "EUR" });
    await announce({ count: 1, total: "5", currency: "JPY" });
    const rows = await asOwner(
      (sql) => sql`select currency, document_count, total_minor from invoice_announcements order by currency`,
    );
    expect(rows).toEqual([
      { currency: "EUR", document_count: 2, total_minor: "-1050" },
      { currency: "JPY", document_count: 1, total_minor: "5" },
    ]);
  });

  it.each([
    ["a number as total", { count: 1, total: 3, currency: "EUR" }, {}],
    ["cents of yen", { count: 1, total: "3.50", currency: "JPY" }, {}],
    ["a currency that does not exist", { count: 1, total: "3", currency: "EUX" }, {}],
    ["a negative count", { count: -1, total: "3", currency: "EUR" }, {}],
    ["a foreign field", { count: 1, total: "3", currency: "EUR", supplierId: "x" }, {}],
    ["a month that does not exist", { count: 1, total: "3", currency: "EUR" }, { month: "2026-13" }],
    ["an unknown customer", { count: 1, total: "3", currency: "EUR" }, { number: "nobody" }],
    ["no JSON", "count=1", {}],
  ])("is refused with 422 for %s", async (_, body, change) => {
    expect((await announce(body, change)).status).toBe(422);
    expect(await asOwner((sql) => sql`select 1 from invoice_announcements`)).toEqual([]);
  });
});

describe("a file of announcements", () => {
  it("is read with amounts as people write them, and recorded as a whole", async () => {
    const other = await makeAccount(supplier);
    const lines = [
      `${account.customerNumber};2026-10;2;1 234,50;`,
      `${other.customerNumber};2026-10;1;10.00;usd`,
    ];
    expect(await table(["customerNumber;month;count;total;currency", ...lines].join("\n"))).toEqual({
      ok: true,
      count: 2,
    });
    const rows = await asOwner(
      (sql) => sql`select currency, total_minor from invoice_announcements order by currency`,
    );
    expect(rows).toEqual([
      { currency: "EUR", total_minor: "123450" },
      { currency: "USD", total_minor: "1000" },
    ]);
  });

  it("may have French headings, in any order", async () => {
    const lines = ["Mois;N°\u00a0client;TOTAL TTC;Nombre", `2026-10;${account.customerNumber};12,30;1`];
    expect(await table(lines.join("\n"))).toEqual({ ok: true, count: 1 });
    const [row] = await asOwner((sql) => sql`select document_count, total_minor from invoice_announcements`);
    expect(row).toEqual({ document_count: 1, total_minor: "1230" });
  });

  it.each([
    ["month;count;total\n2026-10;1;1", { reason: "columns_missing", columns: ["customerNumber"] }],
    ["customerNumber;month;count;total", { reason: "no_lines" }],
    ["customerNumber;month;count;total\nC;2026-10;1;1\nC;2026-1;1;1", { reason: "line_invalid", line: 3 }],
    ["customerNumber;month;count;total\nC;2026-10;1;1\nC;2026-10;2;1", { reason: "line_repeated", line: 3 }],
    ["customerNumber;month;count;total\nnobody;2026-10;1;1", { reason: "customer_unknown" }],
  ])("is refused as a whole: %j", async (text, expected) => {
    expect(await table(text)).toMatchObject({ ok: false, ...expected });
    expect(await asOwner((sql) => sql`select 1 from invoice_announcements`)).toEqual([]);
  });
});

describe("« Rien ne manque »", () => {
  it("is certain only when count and total agree", async () => {
    await fillAccount(supplier, account, ["2026-10-05", "2026-10-31"]);
    expect(await company()).toMatchObject({ isCertain: false, announced: { complete: [], incomplete: [] } });
    const total = await totalOf(account.id);
    await announce({ count: 2, total, currency: "EUR" });
    expect(await company()).toMatchObject({
      isCertain: true,
      announced: { complete: [{ month: "2026-10", documents: 2 }], incomplete: [] },
    });
    await announce({ count: 2, total: "0.01", currency: "EUR" });
    expect(await company()).toMatchObject({ isCertain: false, announced: { complete: [] } });
    await announce({ count: 3, total, currency: "EUR" });
    const lacking = await company();
    expect(lacking).toMatchObject({ announced: { incomplete: [{ month: "2026-10", missing: 1 }] } });
  });

  it("is not certain while a month with invoices was not announced", async () => {
    await fillAccount(supplier, account, ["2026-09-05"]);
    const total = await totalOf(account.id);
    await fillAccount(supplier, account, ["2026-10-05"]);
    await announce({ count: 1, total, currency: "EUR" }, { month: "2026-09" });
    expect(await company()).toMatchObject({
      isCertain: false,
      announced: { complete: [{ month: "2026-09" }] },
    });
  });

  it("says that an announced month without any document lacks them, once the month is over", async () => {
    await announce({ count: 2, total: "20.00", currency: "EUR" }, { month: "2026-10" });
    await announce({ count: 2, total: "20.00", currency: "EUR" }, { month: "2026-11" });
    const months = (await company())?.months;
    expect(months?.slice(9, 11).map(({ state }) => state)).toEqual(["gap", "none"]);
  });
});

describe("what does not agree", () => {
  it("is listed for the manager by month with both counts and amounts", async () => {
    const other = await makeAccount(supplier);
    await fillAccount(supplier, account, ["2026-10-05", "2026-10-31"]);
    const total = await totalOf(account.id);
    await announce({ count: 2, total, currency: "EUR" });
    await announce({ count: 1, total: "10.00", currency: "EUR" }, { number: other.customerNumber });
    const found = await listDifferences(manager, { today: "2026-11-23", after: null });
    expect([found?.announced, found?.next]).toEqual([2, null]);
    expect(found?.differences).toMatchObject([
      {
        accountId: other.id,
        month: "2026-10",
        announced: { documents: 1, totalMinor: 1_000n },
        arrived: { documents: 0, totalMinor: 0n },
      },
    ]);
    const stranger = (await makeStaff("manager", await makeSupplier())).viewer as Manager;
    const ofStranger = await listDifferences(stranger, { today: "2026-11-23", after: null });
    expect(ofStranger).toEqual({ differences: [], announced: 0, next: null });
  });

  it("is looked for in the current month and the two before", async () => {
    for (const month of ["2026-08", "2026-09", "2026-11", "2026-12"])
      await announce({ count: 1, total: "10.00", currency: "EUR" }, { month });
    const found = await listDifferences(manager, { today: "2026-11-23", after: null });
    expect(found?.announced).toBe(2);
    expect(found?.differences.map(({ month }) => month)).toEqual(["2026-11", "2026-09"]);
  });

  it("is left out when PostgreSQL takes too long for it", async () => {
    await announce({ count: 1, total: "10.00", currency: "EUR" });
    const found = await asOwner((sql) =>
      sql.begin(async (tx) => {
        await tx`lock table invoice_announcements in access exclusive mode`;
        return listDifferences(manager, { today: "2026-11-23", after: null });
      }),
    );
    expect(found).toBeNull();
  });
});
