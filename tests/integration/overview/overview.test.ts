import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { invoices } from "@/db/schema/invoices";
import { withViewer } from "@/lib/access/with-viewer";
import { EMPTY_FILTER, type InvoiceFilter } from "@/lib/invoices/filter/invoice-filter";
import { addUp } from "@/lib/invoices/register/invoice-summary";
import { matchInvoices } from "@/lib/invoices/register/match-invoices";
import { summariseInvoices } from "@/lib/invoices/register/summarise-invoices";
import { signOf } from "@/lib/money";
import { monthRange } from "@/lib/months";
import { openOverview, type Overview } from "@/lib/overview/open-overview";
import { netOf, NO_SPEND, type Spend, totalOf } from "@/lib/overview/spend";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signIn } from "@/lib/sign-in/sign-in";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  PASSWORD,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

let supplier: TestSupplier;
let account: TestAccount;
let session: CustomerSession;

beforeEach(async () => {
  await testDatabase().reset();
  clockAt("2026-11-23T10:00:00Z");
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  const identifier = account.identifiers.member;
  const opened = await signIn({ identifier, password: PASSWORD, address: "", userAgent: "" });
  const found = opened.ok ? await resumeSession(opened.sessionId) : null;
  if (!found || !("accountId" in found.viewer)) throw new Error("not signed in");
  session = found as CustomerSession;
});

async function open(params: Record<string, string> = {}): Promise<Overview> {
  const overview = await openOverview(session, params);
  if (!overview) throw new Error("nothing to show");
  return overview;
}

interface Document {
  issuedOn: string;
  currency: string;
  type: "invoice" | "credit_note";
  minor: bigint;
  contracts: string[];
  vehicles: string[];
  state: "available" | "withdrawn";
}

const document = fc.record<Document>({
  issuedOn: fc.constantFrom(
    ..."2024-10-31 2024-11-30 2024-12-01 2025-01-31 2025-11-30 2025-12-01 2026-02-28 2026-10-31 2026-11-23 2026-11-30 2026-12-01".split(
      " ",
    ),
  ),
  currency: fc.constantFrom("EUR", "CHF", "JPY"),
  type: fc.constantFrom("invoice", "credit_note"),
  minor: fc.oneof(
    fc.bigInt({ min: -10_000n, max: 10_000n }),
    fc.constantFrom(2n ** 63n - 1n, 2n ** 62n, -(2n ** 62n), 0n),
  ),
  contracts: fc.uniqueArray(fc.constantFrom("C-1", "C-2", "C-3"), { maxLength: 3 }),
  vehicles: fc.uniqueArray(fc.constantFrom("AA-111-AA", "BB-222-BB"), { maxLength: 2 }),
  state: fc.constantFrom("available", "available", "available", "withdrawn"),
});

async function deposit(documents: readonly Document[]): Promise<void> {
  const ids = await fillAccount(
    supplier,
    account,
    documents.map(({ issuedOn }) => issuedOn),
  );
  await asOwner(async (sql) => {
    for (const [index, { type, minor, currency, contracts, vehicles, state }] of documents.entries())
      await sql`
        update invoices set currency = ${currency}, type = ${type}, total_with_vat_minor = ${minor.toString()}::bigint,
          contracts = ${contracts}, vehicles = ${vehicles}, state = ${state},
          withdrawn_at = ${state === "withdrawn" ? new Date() : null}
        where id = ${ids[index] ?? ""}`;
  });
}

/** The total of the filtered list in one currency, added up invoice by invoice. */
async function sumOfListed(filter: Partial<InvoiceFilter>, currency: string): Promise<Spend> {
  const rows = await withViewer(session.viewer, (tx) =>
    tx
      .select({ type: invoices.type, minor: invoices.totalWithVatMinor, currency: invoices.currency })
      .from(invoices)
      .where(matchInvoices(session.viewer, { ...EMPTY_FILTER, ...filter })),
  );
  return totalOf(
    rows
      .filter((row) => row.currency === currency)
      .map(({ type, minor }) =>
        type === "invoice"
          ? { ...NO_SPEND, invoicesMinor: minor, invoiceCount: 1 }
          : { ...NO_SPEND, creditNotesMinor: signOf(type, minor) * minor, creditNoteCount: 1 },
      ),
  );
}

/** The total that the list itself shows under its rows. */
async function listTotal(filter: Partial<InvoiceFilter>, currency: string): Promise<bigint> {
  const { viewer } = session;
  const rows = await withViewer(viewer, (tx) =>
    summariseInvoices(tx, viewer, { ...EMPTY_FILTER, ...filter }, null),
  );
  return addUp([rows]).totals.find((total) => total.currency === currency)?.withVatMinor ?? 0n;
}

const amountsOf = ({ invoicesMinor, creditNotesMinor, invoiceCount, creditNoteCount }: Spend): Spend => ({
  invoicesMinor,
  creditNotesMinor,
  invoiceCount,
  creditNoteCount,
});

/** Documents are counted on the line of each vehicle, so only the amounts of lines add up. */
const amountsOnly = ({ invoicesMinor, creditNotesMinor }: Spend) => ({ invoicesMinor, creditNotesMinor });

describe("the overview", () => {
  it("has the same totals as the list, per month and in all, for every currency and breakdown", async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 12 }), async (documents) => {
        await asOwner((sql) => sql`delete from invoices`);
        await deposit(documents);
        for (const currency of ["EUR", "CHF", "JPY"]) {
          const overview = await openOverview(session, { currency, by: "contract" });
          if (overview?.currency !== currency) continue;
          for (const month of overview.months) {
            const list = monthRange(month.month);
            expect(amountsOf(month)).toEqual(await sumOfListed(list, currency));
            expect(netOf(month)).toBe(await listTotal(list, currency));
          }
          const { from, to } = overview.period;
          const whole = await sumOfListed({ from, to }, currency);
          expect(totalOf(overview.months)).toEqual(whole);
          for (const by of ["contract", "vehicle"])
            expect(amountsOnly(totalOf((await open({ currency, by })).names))).toEqual(amountsOnly(whole));
        }
      }),
      { numRuns: 12 },
    );
  });

  it("never counts withdrawn invoices, those of another account, or those of years that cannot be chosen", async () => {
    const other = await makeAccount(supplier);
    await fillAccount(supplier, other, ["2026-10-10"]);
    await fillAccount(supplier, account, ["2026-10-10"], { state: "withdrawn", withdrawn_at: new Date() });
    await fillAccount(supplier, account, ["2023-12-31", "2027-01-01"]);
    expect(await openOverview(session, {})).toBeNull();
    await fillAccount(supplier, account, ["2026-10-11"]);
    expect(totalOf((await open()).months)).toEqual({ ...NO_SPEND, invoicesMinor: 100n, invoiceCount: 1 });
  });

  it("subtracts a credit note with either sign, and shows it separately from invoices", async () => {
    const shared = { type: "credit_note", type_code: "381" };
    await fillAccount(supplier, account, ["2026-10-10"], { total_with_vat_minor: 900 });
    await fillAccount(supplier, account, ["2026-10-11"], { ...shared, total_with_vat_minor: 200 });
    await fillAccount(supplier, account, ["2026-10-12"], { ...shared, total_with_vat_minor: -50 });
    expect(totalOf((await open()).months)).toEqual({
      invoicesMinor: 900n,
      creditNotesMinor: -250n,
      invoiceCount: 1,
      creditNoteCount: 2,
    });
  });

  it("never adds two currencies: it shows the currency with the most documents, and another can be chosen", async () => {
    await fillAccount(supplier, account, ["2026-10-10", "2026-10-11"], { currency: "CHF" });
    await fillAccount(supplier, account, ["2026-10-12"], { total_with_vat_minor: 7_000_000 });
    const first = await open();
    expect([first.currency, first.currencies]).toEqual(["CHF", ["CHF", "EUR"]]);
    expect(totalOf(first.months).invoicesMinor).toBe(200n);
    expect(totalOf((await open({ currency: "EUR" })).months).invoicesMinor).toBe(7_000_000n);
    for (const unknown of ["USD", "eur", "'"])
      expect((await open({ currency: unknown })).currency).toBe("CHF");
  });

  it("shows the breakdown by vehicle first when most documents name one", async () => {
    await fillAccount(supplier, account, ["2026-10-10"], { vehicles: ["AA-111-AA", "BB-222-BB"] });
    await fillAccount(supplier, account, ["2026-10-10"]);
    expect((await open()).dimension).toBe("vehicle");
    await fillAccount(supplier, account, ["2026-10-10"]);
    expect((await open()).dimension).toBe("contract");
  });

  it("is about the period that the URL chooses", async () => {
    await fillAccount(supplier, account, [
      "2024-06-01",
      "2025-06-01",
      "2025-12-24",
      "2026-02-01",
      "2026-02-02",
    ]);
    const of = async (period: string) => {
      const { months, before, documentCount } = await open({ period });
      return [totalOf(months).invoiceCount, totalOf(before).invoiceCount, documentCount];
    };
    expect(await of("year")).toEqual([2, 2, 2]);
    expect(await of("twelve")).toEqual([3, 1, 3]);
    expect(await of("last_year")).toEqual([2, 1, 2]);
    expect(await of("1=1")).toEqual([2, 2, 2]);
  });

  it("shows the ten largest contracts and the sum of the others, or all contracts on request", async () => {
    for (let index = 1; index <= 13; index += 1)
      await fillAccount(supplier, account, ["2026-10-10"], {
        contracts: [`C-${String(index).padStart(2, "0")}`],
        total_with_vat_minor: index,
      });
    const { names } = await open({ by: "contract" });
    expect(names.map(({ name }) => name)).toEqual([
      ..."C-13 C-12 C-11 C-10 C-09 C-08 C-07 C-06 C-05 C-04".split(" "),
      null,
    ]);
    expect(names.at(-1)).toMatchObject({ kind: "others", names: 3, invoicesMinor: 6n });
    expect((await open({ by: "contract", all: "1" })).names).toHaveLength(13);
  });

  it("uses months in the supplier's time zone, not in UTC", async () => {
    await fillAccount(supplier, account, ["2026-12-01"]);
    clockAt("2026-11-30T23:30:00Z");
    expect((await open({ period: "twelve" })).months.at(-1)).toMatchObject({
      month: "2026-12",
      invoiceCount: 1,
    });
  });
});
