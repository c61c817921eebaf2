import { beforeEach, describe, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import { withViewer } from "@/lib/access/with-viewer";
import { listJournal } from "@/lib/audit/list-journal";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { openOriginal } from "@/lib/invoices/original/open-original";
import { recordSeen } from "@/lib/invoices/readings/record-seen";
import { createShare } from "@/lib/links/shares/create-share";
import { listShares } from "@/lib/links/shares/list-shares";
import { STAFF_IDLE_MINUTES, VIEW_AS_MINUTES } from "@/lib/session-lifetime";
import {
  type ReaderSession,
  readerSession,
  type SupplierStaffSession,
} from "@/lib/sign-in/session/current-session";
import { endViewAs } from "@/lib/sign-in/session/end-view-as";
import { resumeSession } from "@/lib/sign-in/session/session";
import { startViewAs } from "@/lib/sign-in/session/start-view-as";
import { findWaitingSession } from "@/lib/sign-in/session/waiting-session";
import { code, give } from "@/tests/integration/second-factor/factor-world";
import { testDatabase } from "@/tests/support/database";
import { fieldFile } from "@/tests/support/field-file";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { MINUTE, openSession, passTime } from "./sign-in-world";

let supplier: TestSupplier;
let account: TestAccount;
let staff: { identifier: string; sessionId: string };

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier);
  const { identifier } = await makeStaff("adviser", supplier);
  staff = { identifier, sessionId: await openSession(identifier) };
});

async function staffSession(id = staff.sessionId): Promise<SupplierStaffSession> {
  return (await resumeSession(id)) as SupplierStaffSession;
}

const enter = async (userId = account.administrator.userId, reason = "Appel du client") =>
  startViewAs(await staffSession(), { userId, reason });

async function reader(): Promise<ReaderSession> {
  const session = readerSession(await staffSession());
  if (!session) throw new Error("The session has no view.");
  return session;
}

async function deposit(of: TestAccount, name = "ubl-with-embedded-pdf.xml"): Promise<string> {
  const file = { bytes: fieldFile(name), fileName: "f" };
  const metadata = { customerNumber: of.customerNumber, confirmBuyer: true };
  const result = await depositInvoice(supplier.keyViewer, file, metadata, { dryRun: false });
  if (!result.ok || !result.deposited.id) throw new Error(JSON.stringify(result));
  return result.deposited.id;
}

async function journal() {
  const { entries } = await listJournal(account.administrator as never, null);
  return entries.filter(({ action }) => action.startsWith("view_as"));
}

describe("an adviser viewing as a customer's user", () => {
  it("reads the account with that user's settings, and the journal says who, as whom and why", async () => {
    await asOwner((sql) => sql`update users set history_months = 12 where id = ${account.member.userId}`);
    expect(await enter(account.member.userId)).toEqual({ ok: true });
    expect(await reader()).toMatchObject({
      viewer: { kind: "view_as", accountId: account.id, userId: account.member.userId },
      identifier: account.identifiers.member,
      historyMonths: 12,
      viewAs: { reason: "Appel du client", role: "member" },
    });
    expect(await journal()).toMatchObject([
      {
        action: "view_as_started",
        actor: { kind: "user", identifier: staff.identifier },
        about: { identifier: account.identifiers.member },
        details: { reason: "Appel du client" },
      },
    ]);
  });

  it("sees the links that this user shared, without their addresses and with nothing to revoke", async () => {
    const invoiceId = await deposit(account);
    const viewer = account.administrator;
    expect(await createShare({ viewer, timeZone: "Europe/Paris" }, invoiceId, "Garage")).toMatchObject({
      ok: true,
    });
    await enter();
    expect(await listShares((await reader()).viewer, invoiceId)).toMatchObject({
      canShare: false,
      shares: [{ recipient: "Garage", maker: null, linkUrl: null, canRevoke: false }],
    });
  });

  it("opens originals of this account only, each noted once in the journal, and leaves no reading", async () => {
    const viewedId = await deposit(account);
    const other = await deposit(await makeAccount(supplier), "sbdh-wrapped-ubl.xml");
    await enter();
    passTime(MINUTE);
    const { viewer } = await reader();
    expect(await openOriginal(viewer, viewedId)).not.toBeNull();
    expect(await openOriginal(viewer, viewedId)).not.toBeNull();
    expect(await openOriginal(viewer, other)).toBeNull();
    await recordSeen(viewer, viewedId);
    expect((await journal()).map(({ action }) => action)).toEqual([
      "view_as_original_opened",
      "view_as_started",
    ]);
    const readings = await asOwner((sql) => sql`select * from invoice_readings`);
    expect(readings).toEqual([]);
  });

  it("has a screen that locks like every other of staff, and shows the same page after the code", async () => {
    await enter();
    passTime(STAFF_IDLE_MINUTES * MINUTE + 1);
    expect(await resumeSession(staff.sessionId)).toBeNull();
    const locked = await findWaitingSession(staff.sessionId);
    expect(locked).toMatchObject({ state: "locked", identifier: staff.identifier });
    expect(locked && (await give(locked, code()))).toMatchObject({ ok: true, sessionId: staff.sessionId });
    expect((await reader()).identifier).toBe(account.identifiers.administrator);
  });

  it("changes nothing, even with statements of its own", async () => {
    await enter();
    const { viewer } = await reader();
    const changed = await withViewer(viewer, (tx) =>
      tx.update(users).set({ name: "x" }).returning({ id: users.id }),
    );
    expect(changed).toEqual([]);
  });

  it("sees nothing more after leaving, and leaving twice is noted once", async () => {
    await enter();
    const { viewer } = await reader();
    passTime(MINUTE);
    await endViewAs({ id: staff.sessionId });
    await endViewAs({ id: staff.sessionId });
    expect(readerSession(await staffSession())).toBeNull();
    expect(await withViewer(viewer, (tx) => tx.select({ id: users.id }).from(users))).toEqual([]);
    expect((await journal()).map(({ action }) => action)).toEqual(["view_as_ended", "view_as_started"]);
  });

  it("shows the console when the time has expired, and may then be started again", async () => {
    await enter();
    for (let minutes = 0; minutes <= VIEW_AS_MINUTES; minutes += 10) {
      passTime(10 * MINUTE);
      await staffSession();
    }
    expect(readerSession(await staffSession())).toBeNull();
    expect(await enter()).toEqual({ ok: true });
  });
});

describe("a view is refused", () => {
  it("without a reason, and with too long a one", async () => {
    expect(await enter(account.member.userId, "  ")).toEqual({ ok: false, reason: "reason_missing" });
    expect(await enter(account.member.userId, "x".repeat(201))).toEqual({
      ok: false,
      reason: "reason_too_long",
    });
  });

  it("for another supplier's customer, a disabled user, a closed account, staff, and during another view", async () => {
    const refused = { ok: false, reason: "not_possible" };
    const elsewhere = await makeAccount(await makeSupplier());
    expect(await enter(elsewhere.administrator.userId)).toEqual(refused);
    const { viewer } = await makeStaff("manager", supplier);
    expect(await enter("userId" in viewer ? viewer.userId : "")).toEqual(refused);
    await asOwner((sql) => sql`update users set status = 'disabled' where id = ${account.member.userId}`);
    expect(await enter(account.member.userId)).toEqual(refused);
    expect(await enter()).toEqual({ ok: true });
    expect(await enter()).toEqual(refused);
    await endViewAs({ id: staff.sessionId });
    await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${account.id}`);
    expect(await enter()).toEqual(refused);
  });

  it("to a customer's own session", async () => {
    const id = await openSession(account.identifiers.administrator);
    const session = (await resumeSession(id)) as never;
    expect(await startViewAs(session, { userId: account.member.userId, reason: "x" })).toEqual({
      ok: false,
      reason: "not_possible",
    });
  });
});
