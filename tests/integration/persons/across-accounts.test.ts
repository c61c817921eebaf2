import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { openArchive } from "@/lib/completeness/open-archive";
import { readInvoiceQuery } from "@/lib/invoices/filter/invoice-query";
import { findOwnInvoice } from "@/lib/invoices/one/find-own-invoice";
import { findOwnRemoved } from "@/lib/invoices/one/find-own-removed";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { openNeighbours } from "@/lib/invoices/one/open-neighbours";
import { openRemoved } from "@/lib/invoices/one/open-removed";
import { recordDownloads } from "@/lib/invoices/readings/record-downloads";
import { appendToLedger, lockLedger } from "@/lib/ledger/append-to-ledger";
import { accountsInScope } from "@/lib/persons/accounts-in-scope";
import { detachIdentifier } from "@/lib/persons/detach-identifier";
import { openExpiringInvoices } from "@/lib/retention/open-expiring-invoices";
import type { CustomerSession } from "@/lib/sign-in/session/current-session";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { changeUser } from "@/tests/integration/sign-in/sign-in-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { sessionOf } from "./person-world";

interface Place {
  supplier: TestSupplier;
  account: TestAccount;
  /** Its one invoice, which will be removed soon. */
  invoiceId: string;
  /** Its removed invoice. */
  removedId: string;
}

const NUMBER = "FT-2024-7";
let first: Place;
let second: Place;
let foreign: Place;

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  first = await makePlace("2026-11-10", "2026-12-01");
  second = await makePlace("2026-11-05", "2026-11-29");
  foreign = await makePlace("2026-11-07", "2026-11-25");
  const identifiers = [first.account.identifiers.member, second.account.identifiers.administrator];
  await asOwner(
    (sql) => sql`update users set person_id = ${randomUUID()} where identifier = any(${identifiers}::text[])`,
  );
});

async function makePlace(issuedOn: string, removeAfter: string): Promise<Place> {
  const supplier = await makeSupplier();
  const account = await makeAccount(supplier);
  const [invoiceId = ""] = await fillAccount(supplier, account, [issuedOn], { remove_after: removeAfter });
  return { supplier, account, invoiceId, removedId: await remove(supplier, account) };
}

/** Writes ledger entries like those of an invoice that was deposited and removed. */
async function remove(supplier: TestSupplier, account: TestAccount): Promise<string> {
  const invoiceId = uuidv7();
  const entry = { invoiceId, accountId: account.id, number: NUMBER, issuedOn: "2024-10-02" };
  await withViewer({ kind: "job" }, async (tx) => {
    let head = await lockLedger(tx, supplier.id);
    for (const kind of ["deposited", "removed"] as const)
      head = await appendToLedger(tx, head, {
        ...entry,
        kind,
        sha256: "ab".repeat(32),
        recordedAt: new Date("2026-10-03T00:00:00Z"),
      });
  });
  return invoiceId;
}

const openFirstSession = () => sessionOf(first.account.identifiers.member);
const ALL = new URLSearchParams("scope=all&year=2026");

/** Runs every operation that reads all companies together; returns which accounts and invoices each one shows. */
async function readAllCompanies(session: CustomerSession) {
  const accounts = await accountsInScope(session, "all");
  const [removed, expiring, archive] = await Promise.all([
    openRemoved(accounts, NUMBER),
    openExpiringInvoices(accounts, "all"),
    openArchive(session, ALL),
  ]);
  const invoice = await getInvoice(session.viewer, first.invoiceId);
  if (!invoice) throw new Error("The invoice of the first account is missing.");
  return {
    removed: removed.map(({ id }) => id).sort(),
    expiring: expiring?.windows.find(({ days }) => days === 90)?.count,
    companies: archive.companies.map(({ account }) => account.viewer).sort(byUser),
    next: (await openNeighbours(session, invoice, readInvoiceQuery(ALL))).next?.id,
    elsewhere: (await findOwnInvoice(session, second.invoiceId))?.account.viewer,
    gone: (await findOwnRemoved(session, second.removedId))?.account.viewer,
  };
}

const byUser = (a: { userId: string }, b: { userId: string }) => (a.userId < b.userId ? -1 : 1);

describe("reading all companies of a person", () => {
  it("reads each account as its own user, and no other account", async () => {
    const viewers = [first.account.member, second.account.administrator];
    const session = await openFirstSession();
    expect(await readAllCompanies(session)).toEqual({
      removed: [first.removedId, second.removedId].sort(),
      expiring: 2,
      companies: [...viewers].sort(byUser),
      next: second.invoiceId,
      elsewhere: second.account.administrator,
      gone: second.account.administrator,
    });
    expect(await findOwnInvoice(session, foreign.invoiceId)).toBeNull();
    expect(await findOwnRemoved(session, foreign.removedId)).toBeNull();
    for (const id of ["x", randomUUID()]) {
      expect(await findOwnInvoice(session, id)).toBeNull();
      expect(await findOwnRemoved(session, id)).toBeNull();
    }
  });

  it.each<[string, (session: CustomerSession) => Promise<unknown>]>([
    ["the other was detached", (session) => detachIdentifier(session, second.account.administrator.userId)],
    [
      "its user was deactivated",
      () => changeUser(second.account.identifiers.administrator, { status: "disabled" }),
    ],
    [
      "it was closed",
      () => asOwner((sql) => sql`update accounts set state = 'closed' where id = ${second.account.id}`),
    ],
  ])("reads only the current account when %s", async (_why, happens) => {
    const session = await openFirstSession();
    await happens(session);
    expect(await readAllCompanies(session)).toEqual({
      removed: [first.removedId],
      expiring: 1,
      companies: [first.account.member],
      next: undefined,
      elsewhere: undefined,
      gone: undefined,
    });
  });

  it("reads only the current account when one company is requested", async () => {
    const session = await openFirstSession();
    expect((await accountsInScope(session, "own")).map(({ viewer }) => viewer)).toEqual([
      first.account.member,
    ]);
    const archive = await openArchive(session, new URLSearchParams("year=2026"));
    expect(archive.companies.map(({ account }) => account.viewer)).toEqual([first.account.member]);
    const invoice = await getInvoice(session.viewer, first.invoiceId);
    const own = readInvoiceQuery(new URLSearchParams());
    expect(invoice && (await openNeighbours(session, invoice, own))).toEqual({ previous: null, next: null });
  });
});

describe("« Archivage » of all companies", () => {
  it("counts the downloads of each company's own user, in the requested year", async () => {
    await recordDownloads(second.account.administrator, [second.invoiceId]);
    await fillAccount(second.supplier, second.account, ["2025-03-01", "2025-03-02"]);
    const counted = async (year: string) => {
      const { companies, ...archive } = await openArchive(
        await openFirstSession(),
        new URLSearchParams({ scope: "all", year }),
      );
      return {
        year: archive.year,
        years: archive.years,
        of: (place: Place) =>
          companies
            .find(({ account }) => account.viewer.accountId === place.account.id)
            ?.months.map(({ month, deposited, taken }) => [month, deposited, taken]),
      };
    };
    const now = await counted("2026");
    expect([now.year, now.of(first), now.of(second)]).toEqual([
      2026,
      [["2026-11", 1, 0]],
      [["2026-11", 1, 1]],
    ]);
    const before = await counted("2025");
    expect([before.year, before.of(first), before.of(second)]).toEqual([2025, [], [["2025-03", 2, 0]]]);
    expect((await counted("1999")).year).toBe(2026);
  });
});

describe("invoices of all companies that will be removed soon", () => {
  it("are added up, with the earliest day of removal", async () => {
    await recordDownloads(second.account.administrator, [second.invoiceId]);
    expect(
      await openExpiringInvoices(await accountsInScope(await openFirstSession(), "all"), "all"),
    ).toMatchObject({
      windows: [
        { days: 7, until: "2026-11-30", count: 1, neverTaken: 0 },
        { days: 30, until: "2026-12-23", count: 2, neverTaken: 1 },
        { days: 90, until: "2027-02-21", count: 2, neverTaken: 1 },
      ],
      first: "2026-11-29",
      isCapped: false,
    });
    expect(await openExpiringInvoices([], "all")).toBeNull();
  });
});
