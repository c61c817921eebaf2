import { beforeEach, describe, expect, it } from "vitest";
import { openAnswer } from "@/lib/accounts/one/answer/open-answer";
import { addNote } from "@/lib/accounts/one/notes/add-note";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { removeNote } from "@/lib/accounts/one/notes/remove-note";
import { openAccount } from "@/lib/accounts/one/open-account";
import { listMissed } from "@/lib/accounts/one/resend/list-missed";
import { resendAccountActivation } from "@/lib/accounts/one/resend/resend-account-activation";
import { resendInvoice } from "@/lib/accounts/one/resend/resend-invoice";
import { setDetails } from "@/lib/accounts/one/settings/set-details";
import { setSetting } from "@/lib/accounts/one/settings/set-setting";
import { setState } from "@/lib/accounts/one/settings/set-state";
import { listTimeline } from "@/lib/accounts/one/timeline/list-timeline";
import { now } from "@/lib/clock";
import { depositInvoice } from "@/lib/deposits/deposit-invoice";
import { withdrawByNumber } from "@/lib/deposits/withdraw-by-number";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { sendMissed } from "@/lib/notifications/send-missed";
import { closeEmptiedAccounts } from "@/lib/retention/close-emptied-accounts";
import { clockAt } from "@/tests/support/clock-file";
import { invoiceFile } from "@/tests/support/invoice-file";
import { asOwner } from "@/tests/support/world";
import { ADDRESS, depositFor, journalOf, mailsOf, makeStaffWorld, type StaffWorld } from "./staff-world";

let world: StaffWorld;

beforeEach(async () => {
  world = await makeStaffWorld();
});

describe("sending a notification again", () => {
  it("makes one mail of the next generation for each click, and the answer tells of the latest", async () => {
    const { account, adviser } = world;
    const { id, number } = await depositFor(world);
    await makeNotificationMails(now());
    expect(await resendInvoice(adviser.viewer, account.id, id)).toEqual({
      ok: true,
      number,
      recipient: ADDRESS,
    });
    await makeNotificationMails(now());
    await makeNotificationMails(now());
    const mails = await mailsOf("notification_link");
    expect(mails.map(({ generation, subject_id }) => [generation, subject_id])).toEqual([
      [1, id],
      [2, id],
    ]);
    expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({
      resentCount: 1,
      mail: { kind: "notification_link", recipient: ADDRESS, status: "waiting" },
      noMail: null,
    });
    expect((await journalOf(account)).map(({ action }) => action)).toEqual(["notification_resent"]);
  });

  it("attaches the original where the account prefers that, and the answer keeps the preference of the deposit", async () => {
    const { account, adviser } = world;
    const { id, number } = await depositFor(world);
    await makeNotificationMails(now());
    await setSetting(adviser.viewer, account.id, { preference: "attachment" });
    expect(await resendInvoice(adviser.viewer, account.id, id)).toEqual({
      ok: true,
      number,
      recipient: ADDRESS,
    });
    await makeNotificationMails(now());
    expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({
      preference: "link",
      resentCount: 1,
      mail: { kind: "notification_attachment" },
    });
  });

  it("lists the missed invoices beforehand, and the answer about an invoice shows the mail that listed it", async () => {
    const { account, adviser, stranger } = world;
    const { id, number } = await depositFor(world);
    await makeNotificationMails(now());
    expect(await listMissed(adviser.viewer, account.id)).toEqual([]);
    await asOwner((sql) => sql`update mails set state = 'dead', reason = 'given_up'`);
    expect(await listMissed(adviser.viewer, account.id)).toEqual([number]);
    expect(await listMissed(stranger.viewer, account.id)).toEqual([]);
    expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({ remedy: "resend" });
    clockAt("2026-11-20T10:05:00Z");
    expect(await sendMissed(adviser.viewer, account.id)).toEqual({ ok: true, count: 1 });
    expect(await listMissed(adviser.viewer, account.id)).toEqual([]);
    expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({
      resentCount: 1,
      mail: { kind: "missed_invoices", status: "waiting" },
      remedy: null,
    });
  });

  it("is refused for an account on paper, without an address or being closed, and for an address where mails bounce", async () => {
    const { account, adviser, supplier } = world;
    const { id } = await depositFor(world);
    const resend = () => resendInvoice(adviser.viewer, account.id, id);
    await asOwner(
      (sql) => sql`insert into mail_addresses (supplier_id, email, state, reason, at)
        values (${supplier.id}, ${ADDRESS}, 'bounced', 'address_refused', ${now()})`,
    );
    expect(await resend()).toMatchObject({ reason: "address_stopped" });
    await makeNotificationMails(now());
    await asOwner((sql) => sql`update mails set state = 'dead', reason = 'address_bounced'`);
    expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({ remedy: "change_address" });
    await setSetting(adviser.viewer, account.id, { channel: "paper" });
    expect(await resend()).toMatchObject({ reason: "paper" });
    await setSetting(adviser.viewer, account.id, { channel: "electronic" });
    await setState(adviser.viewer, account.id, "closing");
    expect(await resend()).toMatchObject({ reason: "closed" });
  });

  it("sends the activation again with another link, until a password is chosen", async () => {
    const { account, adviser } = world;
    expect(await resendAccountActivation(adviser.viewer, account.id)).toMatchObject({
      reason: "already_activated",
    });
    await asOwner((sql) => sql`update users set password_changed_at = null, password_hash = null`);
    for (const generation of [1, 2]) {
      expect(await resendAccountActivation(adviser.viewer, account.id)).toEqual({
        ok: true,
        recipient: ADDRESS,
        isNew: true,
      });
      expect((await mailsOf("activation")).at(-1)?.generation).toBe(generation);
    }
  });
});

it("an adviser withdraws an invoice of the account by its number, and the answer lists who opened it", async () => {
  const { account, adviser, stranger } = world;
  const { id, number } = await depositFor(world);
  await asOwner(
    (sql) => sql`insert into invoice_readings (invoice_id, supplier_id, account_id, user_id, seen_at)
      values (${id}, ${world.supplier.id}, ${account.id}, ${account.member.userId}, ${now()})`,
  );
  const withdraw = (staff = adviser, reason = "Mauvais client") =>
    withdrawByNumber(staff.viewer, account.id, number, reason);
  expect(await withdraw(adviser, " ")).toEqual({ ok: false, reason: "reason_missing" });
  expect(await withdraw(stranger)).toEqual({ ok: false, reason: "invoice_missing" });
  expect(await withdraw()).toEqual({ ok: true, id });
  expect(await openAnswer(adviser.viewer, account.id, id)).toMatchObject({
    withdrawn: { reason: "Mauvais client" },
    readers: [{ label: expect.stringContaining("membre-") }],
    noMail: "cancelled",
    remedy: null,
  });
  expect(await withdraw()).toEqual({ ok: false, reason: "invoice_missing" });
});

it("an account being closed takes no deposits and no mails, can be opened again, and closes with its last invoice", async () => {
  const { account, adviser, supplier } = world;
  await depositFor(world);
  await setState(adviser.viewer, account.id, "closing");
  await makeNotificationMails(now());
  expect(await mailsOf("notification_link")).toEqual([]);
  const file = () => invoiceFile({ customerNumber: account.customerNumber, number: "CLOSING-1" });
  const refused = await depositInvoice(supplier.keyViewer, file(), {}, { dryRun: false });
  expect(JSON.stringify(refused)).toContain("customer_closed");
  await setState(adviser.viewer, account.id, "open");
  expect(await depositInvoice(supplier.keyViewer, file(), {}, { dryRun: false })).toMatchObject({ ok: true });
  await setState(adviser.viewer, account.id, "closing");
  expect(await closeEmptiedAccounts(now())).toBe(0);
  clockAt("2030-01-01T10:00:00Z");
  expect(await closeEmptiedAccounts(now())).toBe(1);
  expect(await setState(adviser.viewer, account.id, "open")).toEqual({ ok: false, reason: "closed" });
});

it("the portal records what the console replaced, for this account only, and reports all invalid fields at once", async () => {
  const { account, adviser } = world;
  const save = (fields: Parameters<typeof setDetails>[2]) => setDetails(adviser.viewer, account.id, fields);
  expect(await save({ companyName: "https://x", siret: "123", checkedOn: "2026-02-30" })).toEqual({
    ok: false,
    reason: "invalid",
    fields: ["companyName", "siret", "checkedOn"],
  });
  const siret = "732 829 320 00074";
  expect(await save({ companyName: "Perce-Neige", siret, checkedOn: "2026-11-20" })).toEqual({
    ok: true,
    isNew: true,
  });
  expect(await save({ companyName: "Perce-Neige", siret })).toEqual({ ok: true, isNew: false });
  await setSetting(adviser.viewer, account.id, { preference: "none" });
  expect(await openAccount(adviser.viewer, account.id)).toMatchObject({
    companyName: "Perce-Neige",
    siret: "73282932000074",
    preference: "none",
  });
  const [company] = await asOwner((sql) => sql`select name from companies where id = ${account.companyId}`);
  expect(company?.name).toMatch(/^Entreprise/);
  const corrected = await asOwner(
    (sql) => sql`select field, old_value from account_corrections order by field`,
  );
  expect(corrected.map(({ field }) => field)).toEqual(["checkedOn", "companyName", "preference", "siret"]);
  expect(corrected.find(({ field }) => field === "preference")?.old_value).toBe("link");
});

it("the page of an account shows notes to the supplier's staff, and lets them remove only their own", async () => {
  const { account, adviser, stranger } = world;
  expect(await addNote(adviser.viewer, account.id, "  ")).toMatchObject({ reason: "note_missing" });
  expect(await addNote(stranger.viewer, account.id, "Rien")).toMatchObject({ reason: "not_found" });
  expect(await addNote(adviser.viewer, account.id, "Rappelle jeudi")).toEqual({ ok: true });
  const [note] = await listNotes(adviser.viewer, account.id);
  expect(note).toMatchObject({ text: "Rappelle jeudi", isOwn: true });
  expect(await listNotes(stranger.viewer, account.id)).toEqual([]);
  await asOwner((sql) => sql`update account_notes set author_user_id = ${stranger.viewer.userId}`);
  await removeNote(adviser.viewer, account.id, note?.id ?? "");
  const kept = await asOwner((sql) => sql`select id from account_notes`);
  expect(kept.map(({ id }) => id)).toEqual([note?.id]);
});

it("the timeline of an account lists mails and events page by page in one order, consecutive deposits as one line", async () => {
  const { account, adviser, stranger } = world;
  for (let day = 1; day <= 18; day += 1) {
    clockAt(`2026-11-${String(day).padStart(2, "0")}T10:00:00Z`);
    await depositFor(world);
    await makeNotificationMails(now());
  }
  clockAt("2026-11-19T10:00:00Z");
  await depositFor(world);
  await depositFor(world);
  await setSetting(adviser.viewer, account.id, { preference: "none" });
  const first = await listTimeline(adviser.viewer, account.id, { filter: null, before: null });
  const second = await listTimeline(adviser.viewer, account.id, { filter: null, before: first.older });
  expect(second.older).toBeNull();
  const all = [...first.entries, ...second.entries];
  expect(all.map(({ at }) => at.getTime())).toEqual(all.map(({ at }) => at.getTime()).sort((a, b) => b - a));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const deposits = all.flatMap((one) => (one.kind === "event" && one.invoices ? [one.invoices.count] : []));
  expect(deposits).toEqual([2, ...Array<number>(18).fill(1)]);
  expect(all.filter(({ kind }) => kind === "mail")).toHaveLength(18);
  const mails = await listTimeline(adviser.viewer, account.id, { filter: "mails", before: null });
  expect(new Set(mails.entries.map(({ kind }) => kind))).toEqual(new Set(["mail"]));
  const foreign = await listTimeline(stranger.viewer, account.id, { filter: null, before: null });
  expect(foreign.entries).toEqual([]);
});
