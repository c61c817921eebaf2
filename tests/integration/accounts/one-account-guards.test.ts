import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { openAnswer } from "@/lib/accounts/one/answer/open-answer";
import { listAccountInvoices } from "@/lib/accounts/one/invoices/list-account-invoices";
import { addNote } from "@/lib/accounts/one/notes/add-note";
import { listNotes } from "@/lib/accounts/one/notes/list-notes";
import { NOTE_LENGTH } from "@/lib/accounts/one/notes/note-length";
import { removeNote } from "@/lib/accounts/one/notes/remove-note";
import { openAccount } from "@/lib/accounts/one/open-account";
import { listPeople } from "@/lib/accounts/one/people/list-people";
import { resendInvoice } from "@/lib/accounts/one/resend/resend-invoice";
import { setDetails } from "@/lib/accounts/one/settings/set-details";
import { setSetting } from "@/lib/accounts/one/settings/set-setting";
import { setState } from "@/lib/accounts/one/settings/set-state";
import { listTimeline } from "@/lib/accounts/one/timeline/list-timeline";
import { now } from "@/lib/clock";
import { withdrawByNumber } from "@/lib/deposits/withdraw-by-number";
import { takeChange } from "@/lib/limits/throttle";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { asOwner, makeAccount, type TestAccount } from "@/tests/support/world";
import { depositFor, journalOf, makeStaffWorld, type StaffWorld } from "./staff-world";

let world: StaffWorld;
let viewer: StaffUser;
let id: string;
/** Another account of the same supplier. */
let other: TestAccount;

beforeEach(async () => {
  world = await makeStaffWorld();
  viewer = world.adviser.viewer;
  id = world.account.id;
  other = await makeAccount(world.supplier, { preference: "link" });
});

const actionsOf = async (account: TestAccount = world.account) =>
  (await journalOf(account)).map(({ action }) => action);

const corrections = () => asOwner((sql) => sql`select field from account_corrections`);

const twentyTimes = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, work));

it("a change of an account has one effect when twenty people make the same change at once, and none when nothing changes", async () => {
  const set = await twentyTimes(() => setSetting(viewer, id, { preference: "digest" }));
  expect(set.filter((one) => one.ok && one.isNew)).toHaveLength(1);
  expect(set.filter((one) => one.ok)).toHaveLength(20);
  const saved = await twentyTimes(() => setDetails(viewer, id, { companyName: "Perce-Neige" }));
  expect(saved.filter((one) => one.ok && one.isNew)).toHaveLength(1);
  await twentyTimes(() => setState(viewer, id, "closing"));
  await twentyTimes(() => setState(viewer, id, "open"));
  expect(await actionsOf()).toEqual([
    "account_changed",
    "account_changed",
    "account_closing",
    "account_reopened",
  ]);
  expect((await journalOf(world.account))[0]?.details).toEqual({
    fields: ["preference"],
    preference: { from: "link", to: "digest" },
  });
  expect(await corrections()).toHaveLength(2);
});

it("the portal accepts at most 500 changes a day from one adviser", async () => {
  for (let change = 0; change < 500; change += 1) await takeChange(viewer.userId, now());
  const refused = { ok: false, reason: "too_often" };
  expect(await setSetting(viewer, id, { preference: "digest" })).toEqual(refused);
  expect(await addNote(viewer, id, "Rappelle jeudi")).toEqual(refused);
  expect(await actionsOf()).toEqual([]);
});

it("an adviser changes nothing of a closed account", async () => {
  await asOwner((sql) => sql`update accounts set state = 'closed' where id = ${id}`);
  const refused = { ok: false, reason: "closed" };
  expect(await setSetting(viewer, id, { preference: "digest" })).toEqual(refused);
  expect(await setSetting(viewer, id, { channel: "paper" })).toEqual(refused);
  expect(await setDetails(viewer, id, { companyName: "Perce-Neige" })).toEqual(refused);
  expect(await setState(viewer, id, "closing")).toEqual(refused);
  expect(await actionsOf()).toEqual([]);
  expect(await corrections()).toEqual([]);
});

it("an adviser does not find the accounts and invoices of another supplier", async () => {
  const { viewer: stranger } = world.stranger;
  const { id: invoice } = await depositFor(world);
  const notFound = { ok: false, reason: "not_found" };
  expect(await setSetting(stranger, id, { preference: "digest" })).toEqual(notFound);
  expect(await setDetails(stranger, id, { companyName: "Perce-Neige" })).toEqual(notFound);
  expect(await setState(stranger, id, "closing")).toEqual(notFound);
  expect(await resendInvoice(stranger, id, invoice)).toEqual(notFound);
  expect(await openAccount(stranger, id)).toBeNull();
  expect(await openAnswer(stranger, id, invoice)).toBeNull();
});

describe("another account of the same supplier", () => {
  const deposit = () => depositFor({ ...world, account: other });

  it("does not show, send or withdraw an invoice of this one", async () => {
    const otherInvoice = await deposit();
    expect(await openAnswer(viewer, id, otherInvoice.id)).toBeNull();
    expect(await resendInvoice(viewer, id, otherInvoice.id)).toEqual({
      ok: false,
      reason: "invoice_missing",
    });
    expect(await withdrawByNumber(viewer, id, otherInvoice.number, "Mauvais client")).toEqual({
      ok: false,
      reason: "invoice_missing",
    });
    expect(await actionsOf(other)).toEqual([]);
  });

  it("keeps its people, invoices, notes and events on its own page", async () => {
    await deposit();
    await makeNotificationMails(now());
    await addNote(viewer, other.id, "Rappelle jeudi");
    await setState(viewer, other.id, "closing");
    const people = await listPeople(viewer, id);
    expect(people.map((one) => one.id).sort()).toEqual(
      [world.account.administrator.userId, world.account.member.userId].sort(),
    );
    expect((await listAccountInvoices(viewer, id, null)).invoices).toEqual([]);
    expect(await listNotes(viewer, id)).toEqual([]);
    expect((await listTimeline(viewer, id, { filter: null, before: null })).entries).toEqual([]);
  });
});

it("an adviser does not send a withdrawn invoice again", async () => {
  const { id: invoice, number } = await depositFor(world);
  await withdrawByNumber(viewer, id, number, "Mauvais client");
  expect(await resendInvoice(viewer, id, invoice)).toEqual({ ok: false, reason: "invoice_missing" });
});

describe("a note", () => {
  /** The supplier's journal. The account's administrators read only the journal of their account. */
  const journal = async () =>
    (
      await asOwner(
        (sql) => sql`select action, account_id from audit_events where subject_id = ${id} order by at, id`,
      )
    ).map((event) => [event.action, event.account_id]);

  it("is in the supplier's journal and not in the account's, added and removed once each", async () => {
    expect(await addNote(viewer, id, "x".repeat(NOTE_LENGTH + 1))).toEqual({
      ok: false,
      reason: "note_too_long",
    });
    await addNote(viewer, id, "x".repeat(NOTE_LENGTH));
    const [note] = await listNotes(viewer, id);
    const remove = (account = id) => removeNote(viewer, account, note?.id ?? "");
    expect(await remove(other.id)).toEqual({ ok: true });
    expect(await listNotes(viewer, id)).toHaveLength(1);
    expect(await remove()).toEqual({ ok: true });
    expect(await remove()).toEqual({ ok: true });
    expect(await listNotes(viewer, id)).toEqual([]);
    expect(await journal()).toEqual([
      ["note_added", null],
      ["note_removed", null],
    ]);
  });
});
