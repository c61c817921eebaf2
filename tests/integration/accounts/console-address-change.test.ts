import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { findOpenChange } from "@/lib/accounts/address-change/find-open-change";
import { previewAddressChange } from "@/lib/accounts/address-change/preview-address-change";
import type { AddressChangeForm } from "@/lib/accounts/address-change/read-address-change";
import { saveAddressChange } from "@/lib/accounts/address-change/save-address-change";
import { undoAddressChange } from "@/lib/accounts/address-change/undo-address-change";
import { now } from "@/lib/clock";
import { dispatchMails } from "@/lib/mails/outbox/dispatch-mails";
import { listMailbox } from "@/lib/mails/transports/list-mailbox";
import { makeNotificationMails } from "@/lib/notifications/make-notification-mails";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { emptyMailbox } from "@/tests/support/empty-mailbox";
import { provenSession } from "@/tests/support/proven-session";
import { asOwner, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";
import { deposit, put } from "./account-request";

const OLD = "camille@melezes.example";
const NEW = "paul@melezes.example";
let supplier: TestSupplier;
let session: { id: string; viewer: StaffUser };

beforeEach(async () => {
  clockAt("2026-11-23T09:00:00Z");
  await testDatabase().reset();
  await emptyMailbox();
  supplier = await makeSupplier();
  session = await signedIn();
});

async function signedIn(of = supplier) {
  const viewer = (await makeStaff("adviser", of)).viewer as StaffUser;
  return { id: await provenSession(viewer), viewer };
}

const form = (change: Partial<AddressChangeForm> = {}): AddressChangeForm => ({
  email: NEW,
  askedBy: "Camille, au téléphone",
  effective: "now",
  person: "other",
  keepsMember: false,
  others: [],
  confirmed: [],
  ...change,
});

/** An activated account at the old address, with an invoice. */
async function activated(number: string, email = OLD): Promise<string> {
  await put(supplier, number, { companyName: `Société ${number}`, email, preference: "link" });
  await deposit(supplier, number);
  return accountId(number);
}

const accountId = async (number: string) =>
  String((await asOwner((sql) => sql`select id from accounts where customer_number = ${number}`))[0]?.id);

const usersOf = (account: string) =>
  asOwner(
    (sql) =>
      sql`select identifier, role, status from users where account_id = ${account} order by created_at, id`,
  ).then((rows) => rows.map((row) => `${row.identifier} ${row.role} ${row.status}`));

async function mailsTo(address: string) {
  await makeNotificationMails(now());
  await dispatchMails(new Date("2100-01-01"));
  return listMailbox(100, address);
}

const activations = (mails: { subject: string }[]) =>
  mails.filter(({ subject }) => subject.startsWith("Activation")).length;

describe("a change of address in the console", () => {
  it("with immediate effect ends the former access, activates the new one and says who asked", async () => {
    const account = await activated("C-1");
    await mailsTo(OLD);
    const saved = await saveAddressChange(session, account, form());
    expect(saved).toEqual({ ok: true, outcome: "applied", accounts: 1, missed: 0 });
    expect(await usersOf(account)).toEqual([`${OLD} administrator disabled`, `${NEW} administrator active`]);
    expect(activations(await mailsTo(NEW))).toBe(1);
    const [toFormer] = (await mailsTo(OLD)).filter(({ subject }) => subject.includes("ne reçoit plus"));
    expect(toFormer?.text).not.toContain("paul");
    expect(
      await asOwner((sql) => sql`select asked_by, old_value, new_value from account_corrections`),
    ).toEqual([{ asked_by: "Camille, au téléphone", old_value: OLD, new_value: NEW }]);
    expect(await saveAddressChange(session, account, form())).toEqual({ ok: false, reason: "same_address" });
  });

  it("waits for the next invoice, keeps the former administrator as a member, and is not undone by the API", async () => {
    const account = await activated("C-1");
    const saved = await saveAddressChange(
      session,
      account,
      form({ effective: "next_invoice", keepsMember: true }),
    );
    expect(saved).toMatchObject({ ok: true, outcome: "recorded" });
    expect(activations(await mailsTo(NEW))).toBe(0);
    await deposit(supplier, "C-1");
    expect(await usersOf(account)).toEqual([`${OLD} member active`, `${NEW} administrator active`]);
    expect(activations(await mailsTo(NEW))).toBe(1);
  });

  it("changes the ticked accounts that use the same address, with one mail", async () => {
    const first = await activated("C-1");
    const second = await activated("C-2");
    const foreign = await activated("C-3", "autre@melezes.example");
    await mailsTo(OLD);
    const preview = await previewAddressChange(session.viewer, first, form());
    expect(preview.ok && preview.preview.others.map(({ id }) => id)).toEqual([second]);
    const saved = await saveAddressChange(session, first, form({ others: [second, foreign] }));
    expect(saved).toMatchObject({ ok: true, accounts: 2 });
    const mails = await mailsTo(NEW);
    expect(activations(mails)).toBe(1);
    const [activation] = mails.filter(({ subject }) => subject.startsWith("Activation"));
    expect(activation?.text).toContain("C-1");
    expect(activation?.text).toContain("C-2");
    expect((await mailsTo(OLD)).filter(({ subject }) => subject.includes("ne reçoit plus"))).toHaveLength(1);
    expect(await usersOf(foreign)).toEqual(["autre@melezes.example administrator active"]);
  });

  it("changes them together at the first of their next invoices, with one mail", async () => {
    const [first, second, third] = [await activated("C-1"), await activated("C-2"), await activated("C-3")];
    const change = form({ effective: "next_invoice", others: [second, third] });
    expect(await saveAddressChange(session, first, change)).toMatchObject({
      outcome: "recorded",
      accounts: 3,
    });
    // A second change of the third account replaces the waiting one.
    await saveAddressChange(
      session,
      third,
      form({ email: "anne@melezes.example", effective: "next_invoice" }),
    );
    await deposit(supplier, "C-2");
    const [activation, ...more] = (await mailsTo(NEW)).filter(({ subject }) =>
      subject.startsWith("Activation"),
    );
    expect(more).toEqual([]);
    expect(["C-1", "C-2", "C-3"].filter((number) => activation?.text.includes(number))).toEqual([
      "C-1",
      "C-2",
    ]);
    await deposit(supplier, "C-1");
    expect(activations(await mailsTo(NEW))).toBe(1);
    expect(await usersOf(first)).toHaveLength(2);
    expect(await usersOf(third)).toHaveLength(1);
  });

  it("makes somebody who has access the administrator, under their identifier", async () => {
    const account = await activated("C-1");
    await asOwner(
      (sql) => sql`
        insert into users (id, identifier, email, role, account_id, created_at, password_changed_at, password_hash)
        values (gen_random_uuid(), 'paul.m', ${NEW}, 'member', ${account}, now(), now(), 'x')`,
    );
    const preview = await previewAddressChange(session.viewer, account, form());
    expect(preview.ok && preview.preview.existingUser?.identifier).toBe("paul.m");
    await saveAddressChange(session, account, form());
    expect(await usersOf(account)).toEqual([`${OLD} administrator disabled`, "paul.m administrator active"]);
    expect(activations(await mailsTo(NEW))).toBe(0);
  });

  it("needs a proof of the last 30 minutes, and so does undoing it", async () => {
    const account = await activated("C-1");
    clockAt("2026-11-23T09:29:59Z");
    expect(await saveAddressChange(session, account, form())).toMatchObject({ ok: true });
    const groupId = (await findOpenChange(session.viewer, account))?.groupId ?? "";
    clockAt("2026-11-23T09:30:00Z");
    const refused = { ok: false, reason: "proof_needed", kind: "code" };
    expect(await undoAddressChange(session, groupId)).toMatchObject(refused);
    expect(await saveAddressChange(session, account, form({ email: OLD }))).toMatchObject(refused);
    clockAt("2026-11-23T09:29:59Z");
    expect(await undoAddressChange(session, groupId)).toMatchObject({ ok: true });
  });

  it("moves the filters of the same person once the new address is proven", async () => {
    const account = await activated("C-1");
    await asOwner(
      (sql) => sql`
        insert into saved_filters (id, supplier_id, account_id, user_id, name, query, created_at)
        select gen_random_uuid(), ${supplier.id}, ${account}, id, 'Avoirs', 'type=credit_note', now()
        from users where account_id = ${account}`,
    );
    await saveAddressChange(session, account, form({ person: "same" }));
    const owner = () =>
      asOwner((sql) => sql`select u.identifier from saved_filters f join users u on u.id = f.user_id`).then(
        ([row]) => row?.identifier,
      );
    expect(await owner()).toBe(OLD);
    await asOwner((sql) => sql`update users set email_verified_at = now() where identifier = ${NEW}`);
    expect(await owner()).toBe(NEW);
  });

  it("is undone until the new person has activated", async () => {
    const account = await activated("C-1");
    await mailsTo(OLD);
    await saveAddressChange(session, account, form());
    await mailsTo(NEW);
    const open = await findOpenChange(session.viewer, account);
    expect(await undoAddressChange(session, open?.groupId ?? "")).toEqual({ ok: true, accounts: 1 });
    expect(await usersOf(account)).toEqual([`${OLD} administrator active`, `${NEW} administrator disabled`]);
    expect((await mailsTo(NEW)).map(({ subject }) => subject)[0]).toContain("annulé");
    expect((await mailsTo(OLD)).map(({ subject }) => subject)[0]).toContain("de nouveau");
    expect((await put(supplier, "C-1", { email: OLD })).status).toBe(200);
    expect(await findOpenChange(session.viewer, account)).toBeNull();

    const again = await saveAddressChange(session, account, form({ email: "lise@melezes.example" }));
    expect(again.ok).toBe(true);
    const second = await findOpenChange(session.viewer, account);
    await asOwner(
      (sql) => sql`update users set password_changed_at = now() where identifier = 'lise@melezes.example'`,
    );
    expect(await undoAddressChange(session, second?.groupId ?? "")).toEqual({
      ok: false,
      reason: "too_late",
    });
  });

  it("has one effect when twenty people send it, and needs fresh proof", async () => {
    const account = await activated("C-1");
    const saved = await Promise.all(
      Array.from({ length: 20 }, () => saveAddressChange(session, account, form())),
    );
    expect(saved.filter(({ ok }) => ok)).toHaveLength(1);
    clockAt("2026-11-23T11:00:00Z");
    const later = await saveAddressChange(session, account, form({ email: OLD }));
    expect(later).toMatchObject({ ok: false, reason: "proof_needed" });
    const other = await signedIn(await makeSupplier());
    const foreign = await saveAddressChange(other, account, form({ email: OLD }));
    expect(foreign).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("what may be wrong with an address", () => {
  it("is said before it is saved", async () => {
    const account = await activated("C-1");
    const warningsOf = async (email: string) => {
      const preview = await previewAddressChange(session.viewer, account, form({ email }));
      return preview.ok
        ? [...preview.preview.warnings, preview.preview.suggestion].filter(Boolean)
        : preview.reason;
    };
    expect(await warningsOf("paul@melezes.example")).toEqual([]);
    expect(await warningsOf("paul@melzes.example")).toEqual(["near_miss", "new_domain", "melezes.example"]);
    expect(await warningsOf("paul@gmial.com")).toEqual(["near_miss", "new_domain", "gmail.com"]);
    expect(await warningsOf("paul@gmail.com")).toEqual(["free_mailbox", "new_domain"]);
    expect(await warningsOf("paul@tout-autre.example")).toEqual(["new_domain"]);
  });
});
