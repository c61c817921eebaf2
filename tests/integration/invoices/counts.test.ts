import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { addDays, addMonths } from "@/lib/dates";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { countByHistory } from "@/lib/invoices/register/count-by-history";
import type { InvoiceList } from "@/lib/invoices/register/invoice-list";
import { COUNT_LIMIT } from "@/lib/invoices/register/invoice-summary";
import { openDisplayHistory } from "@/lib/invoices/register/open-display-history";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { resumeSession } from "@/lib/sign-in/session/session";
import { signIn } from "@/lib/sign-in/sign-in";
import { setDisplay } from "@/lib/users/set-display";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { listInvoices } from "@/tests/support/list-invoices";
import { openRegister } from "@/tests/support/open-register";
import { countStatements } from "@/tests/support/statements";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  PASSWORD,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { fillAccount } from "./fill-account";
import { listing } from "./listing";

const TODAY = "2026-11-23";
let supplier: TestSupplier;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  clockAt(`${TODAY}T10:00:00Z`);
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
});

async function session(identifier = account.identifiers.member): Promise<CustomerSession> {
  const opened = await signIn({ identifier, password: PASSWORD, address: "", userAgent: "" });
  const found = opened.ok ? await resumeSession(opened.sessionId) : null;
  if (!found || !("accountId" in found.viewer)) throw new Error("not signed in");
  return found as CustomerSession;
}

const monthCounts = ({ months }: InvoiceList) =>
  Object.fromEntries(Object.entries(months).map(([month, { count }]) => [month, count]));
const dates = (count: number, issuedOn: string) => Array<string>(count).fill(issuedOn);

describe("counting", () => {
  it("gives the number of invoices per month, up to a thousand", async () => {
    await fillAccount(supplier, account, [
      ...dates(3, "2026-11-01"),
      ...dates(2, "2026-10-31"),
      "2024-02-29",
    ]);
    const list = await listInvoices(account.member, listing());
    expect([list.count, list.hasMore, list.olderHidden]).toEqual([6, false, 0]);
    expect(monthCounts(list)).toEqual({
      "2026-11": { value: 3, isCapped: false },
      "2026-10": { value: 2, isCapped: false },
      "2024-02": { value: 1, isCapped: false },
    });
  });

  it("stops at a thousand, and says that it stopped and at which month", async () => {
    await fillAccount(supplier, account, dates(COUNT_LIMIT - 1, "2026-11-01"));
    await fillAccount(supplier, account, ["2026-10-01"]);
    const exact = await listInvoices(account.member, listing());
    expect([exact.count, exact.hasMore]).toEqual([COUNT_LIMIT, false]);
    expect(exact.months["2026-10"]?.count).toEqual({ value: 1, isCapped: false });
    await fillAccount(supplier, account, ["2026-10-02", "2026-09-01"]);
    const more = await listInvoices(account.member, listing());
    expect([more.count, more.hasMore]).toEqual([COUNT_LIMIT, true]);
    expect(monthCounts(more)).toEqual({
      "2026-11": { value: COUNT_LIMIT - 1, isCapped: false },
      "2026-10": { value: 1, isCapped: true },
    });
    const later = await listInvoices(account.member, listing({ from: "2026-12-01" }));
    expect([later.count, later.olderHidden]).toEqual([0, COUNT_LIMIT + 1]);
    expect(await countByHistory(account.member, ["2020-01-01", "2026-10-02", "2026-12-01"])).toEqual([
      COUNT_LIMIT + 1,
      COUNT_LIMIT,
      0,
    ]);
  });
});

describe("the display history", () => {
  const since = (months: number) => addMonths(TODAY, -months);

  beforeEach(async () => {
    for (const months of [3, 6, 12, 24])
      await fillAccount(supplier, account, [since(months), addDays(since(months), -1)]);
  });

  it("shows three months by default, first day included, and the number of older invoices that it hides", async () => {
    const register = await openRegister(await session(), {});
    expect([register.historyMonths, register.historySince]).toEqual([3, "2026-08-23"]);
    expect(register.list.rows.map(({ issuedOn }) => issuedOn)).toEqual(["2026-08-23"]);
    expect([register.list.count, register.list.olderHidden]).toEqual([1, 7]);
  });

  it("is read with the whole list in one transaction of few statements", async () => {
    const signedIn = await session();
    // A transaction's own statements are three; a second transaction would add its three.
    const other = await countStatements(() => withViewer(signedIn.viewer, () => Promise.resolve()));
    expect(other).toBe(3);
    const list = await countStatements(() => openRegister(signedIn, {}));
    // The supplier, the person's accounts, the saved filters, the rows, their sums, the older ones; four for what is to do.
    expect(list).toBe(other + 10);
  });

  it("is the choice of each user, independent of colleagues", async () => {
    for (const [months, shown] of [
      [6, 3],
      [12, 5],
      [24, 7],
      [3, 1],
    ] as const) {
      await setDisplay(account.member, { months });
      const register = await openRegister(await session(), {});
      expect([register.list.count, register.list.olderHidden], `${months} months`).toEqual([
        shown,
        8 - shown,
      ]);
      const colleague = await openRegister(await session(account.identifiers.administrator), {});
      expect(colleague.historyMonths).toBe(3);
    }
  });

  it("is the supplier's default until a user chooses", async () => {
    await asOwner((sql) => sql`update suppliers set default_history_months = 12`);
    expect((await openRegister(await session(), {})).historyMonths).toBe(12);
  });

  it("does not limit an explicit period, and invalid periods are ignored", async () => {
    const signedIn = await session();
    const count = async (query: Record<string, string | string[]>) => {
      const { list } = await openRegister(signedIn, query);
      return [list.count, list.olderHidden];
    };
    expect(await count({ from: "2020-01-01" })).toEqual([8, 0]);
    expect(await count({ to: "2026-11-30" })).toEqual([8, 0]);
    expect(await count({ from: "2026-05-01", to: "2026-06-30" })).toEqual([2, 4]);
    expect(await count({ from: "2026-12-01", to: "2026-01-01" })).toEqual([0, 4]);
    const odds: Record<string, string | string[]>[] = [
      { from: "2026-02-30" },
      { from: "x", to: "'" },
      { from: ["2020-01-01", "2021-01-01"] },
      { before: "x" },
    ];
    for (const odd of odds) expect(await count(odd), JSON.stringify(odd)).toEqual([1, 7]);
  });

  it("offers every choice with the number of invoices that it would show", async () => {
    const { choices, chosenMonths } = await openDisplayHistory(await session());
    expect(chosenMonths).toBe(3);
    expect(choices).toEqual([
      { months: 3, since: since(3), count: { value: 1, isCapped: false } },
      { months: 6, since: since(6), count: { value: 3, isCapped: false } },
      { months: 12, since: since(12), count: { value: 5, isCapped: false } },
      { months: 24, since: null, count: { value: 7, isCapped: false } },
    ]);
  });

  it("begins with the day in the supplier's time zone, not in UTC", async () => {
    clockAt("2026-11-23T23:30:00Z");
    expect((await openRegister(await session(), {})).historySince).toBe("2026-08-24");
  });
});

describe("an invoice", () => {
  it("is not found for any id that is not one of the viewer's", async () => {
    const other = await makeAccount(supplier);
    const [ownId = ""] = await fillAccount(supplier, account, [TODAY]);
    const [otherId = ""] = await fillAccount(supplier, other, [TODAY]);
    const [withdrawn = ""] = await fillAccount(supplier, account, [TODAY], {
      state: "withdrawn",
      withdrawn_at: new Date(),
    });
    expect((await getInvoice(account.member, ownId))?.id).toBe(ownId);
    for (const id of [
      otherId,
      withdrawn,
      ownId.toUpperCase(),
      `${ownId} `,
      "",
      "x",
      "' or 1=1",
      "\0",
      ownId.replaceAll("-", ""),
    ])
      expect(await getInvoice(account.member, id), id).toBeNull();
  });
});
