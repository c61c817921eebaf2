import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";
import { sendWithdrawal } from "./withdrawal-request";

const NOW = new Date("2026-11-23T08:00:00Z");
const LATER = new Date("2026-11-24T09:00:00Z");
const because = { reason: "Envoyée au mauvais client" };
let supplier: TestSupplier;
let wrong: TestAccount;
let right: TestAccount;
let id: string;

const deposit = (account: TestAccount) =>
  sendFile(supplier.key, invoiceFile(), { customerNumber: account.customerNumber });
const withdraw = () => sendWithdrawal(supplier.key, id, because);

beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  supplier = await makeSupplier();
  wrong = await makeAccount(supplier, { preference: "link" });
  right = await makeAccount(supplier);
  id = String((await deposit(wrong)).body.id);
});

const ledger = () =>
  asOwner((sql) => sql`select kind, invoice_id, account_id from ledger_entries order by sequence`);

const events = () =>
  asOwner((sql) => sql`select actor_kind, details from audit_events where action = 'invoice_withdrawn'`);

describe("withdrawing an invoice that reached the wrong customer", () => {
  it("hides it from that customer, keeps it for the supplier, and writes ledger and journal", async () => {
    expect(await getInvoice(wrong.administrator, id)).not.toBeNull();
    const sent = await withdraw();
    expect([sent.status, sent.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
    expect(sent.body).toEqual({
      id,
      number: "FT-2026-000001",
      state: "withdrawn",
      withdrawnAt: NOW.toISOString(),
      reason: because.reason,
      openedBy: [],
      mailed: [],
      openedThroughLinks: [],
    });
    for (const viewer of [wrong.administrator, wrong.member]) expect(await getInvoice(viewer, id)).toBeNull();
    const link: Viewer = { kind: "link", linkId: randomUUID(), accountId: wrong.id, invoiceIds: [id] };
    expect(await getInvoice(link, id)).toBeNull();
    const { viewer } = await makeStaff("adviser", supplier);
    expect(await getInvoice(viewer, id)).not.toBeNull();
    expect(await ledger()).toEqual([
      { kind: "deposited", invoice_id: id, account_id: wrong.id },
      { kind: "withdrawn", invoice_id: id, account_id: wrong.id },
    ]);
    expect(await verifyLedger(viewer, supplier.id)).toEqual({ ok: true, entries: 2n });
    expect(await events()).toEqual([{ actor_kind: "supplier_key", details: because }]);
  });

  it("frees number and bytes: the same file goes to the right customer, and back again", async () => {
    expect((await deposit(right)).status).toBe(409);
    await withdraw();
    const again = await deposit(right);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
    expect(await getInvoice(right.administrator, String(again.body.id))).not.toBeNull();
    expect(await getInvoice(wrong.administrator, String(again.body.id))).toBeNull();
    await sendWithdrawal(supplier.key, String(again.body.id), because);
    expect((await deposit(wrong)).status).toBe(201);
    const { viewer } = await makeStaff("manager", supplier);
    expect(await verifyLedger(viewer, supplier.id)).toEqual({ ok: true, entries: 5n });
  });

  it("lists who opened it and the mails already sent", async () => {
    await asOwner(async (sql) => {
      const tenant = { invoice_id: id, supplier_id: supplier.id, account_id: wrong.id };
      const { administrator, member } = wrong;
      await sql`insert into invoice_readings ${sql([
        { ...tenant, user_id: member.userId, seen_at: LATER, downloaded_at: null },
        { ...tenant, user_id: administrator.userId, seen_at: NOW, downloaded_at: LATER },
      ])}`;
      await sql`
        insert into mails (id, supplier_id, account_id, kind, subject_id, recipient, locale, props, state, next_try_at,
          sent_at, created_at)
        values (${randomUUID()}, ${supplier.id}, ${wrong.id}, 'notification_link', ${id}, 'a@b.example', 'fr', '{}', 'sent',
          ${NOW}, ${NOW}, ${NOW})`;
    });
    const { openedBy, mailed } = (await withdraw()).body;
    const [seen, downloaded] = [NOW.toISOString(), LATER.toISOString()];
    expect(openedBy).toEqual([
      {
        name: "administrator",
        identifier: wrong.identifiers.administrator,
        seenAt: seen,
        downloadedAt: downloaded,
      },
      { name: "member", identifier: wrong.identifiers.member, seenAt: downloaded, downloadedAt: null },
    ]);
    expect(mailed).toEqual([{ kind: "notification_link", recipient: "a@b.example", sentAt: seen }]);
  });

  it("a second time gives the same answer and changes nothing, even 20 times at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, withdraw));
    clockAt(LATER);
    answers.push(await sendWithdrawal(supplier.key, id, { reason: "Autre raison" }));
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body]);
    expect((await ledger()).map(({ kind }) => kind)).toEqual(["deposited", "withdrawn"]);
    expect(await events()).toHaveLength(1);
  });

  it("while the same file is deposited leaves one invoice available, and a valid ledger", async () => {
    const done = await Promise.all([
      withdraw(),
      ...Array.from({ length: 8 }, () => deposit(right)),
      withdraw(),
    ]);
    expect(done.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    const rows = await asOwner((sql) => sql`select account_id, state from invoices`);
    expect(rows).toContainEqual({ account_id: wrong.id, state: "withdrawn" });
    expect(rows.length).toBeLessThanOrEqual(2);
    const { viewer } = await makeStaff("adviser", supplier);
    expect(await verifyLedger(viewer, supplier.id)).toMatchObject({ ok: true });
  });
});

describe("a withdrawal is refused", () => {
  it("404 for an invoice of another supplier, an unknown or an invalid id, and nothing changes", async () => {
    const other = await makeSupplier();
    expect((await sendWithdrawal(other.key, id, because)).status).toBe(404);
    for (const odd of [randomUUID(), "x", "../x", `${id}'`, id.toUpperCase()])
      expect((await sendWithdrawal(supplier.key, odd, because)).status, odd).toBe(404);
    expect(await getInvoice(wrong.administrator, id)).not.toBeNull();
    expect(await ledger()).toHaveLength(1);
  });

  it("422 without a reason, or with one that is not a text", async () => {
    const odd = [
      "",
      "{",
      "[]",
      "null",
      {},
      { reason: "" },
      { reason: " \n" },
      { reason: 3 },
      { reason: null },
    ];
    for (const body of [...odd, { ...because, number: "X" }, { reason: "x".repeat(501) }]) {
      const sent = await sendWithdrawal(supplier.key, id, body);
      expect(sent.status, JSON.stringify(body)).toBe(422);
      expect(sent.body.type).toBe("urn:e-facture:problem:withdrawal-refused");
    }
    expect(await ledger()).toHaveLength(1);
  });

  it("413 with a body that is too large", async () => {
    const sent = await sendWithdrawal(supplier.key, id, { reason: "x".repeat(64 * 1024) });
    expect(sent.status).toBe(413);
    expect(sent.body.type).toBe("urn:e-facture:problem:body-too-large");
    expect(await ledger()).toHaveLength(1);
  });

  it("401 without a supplier's key", async () => {
    for (const key of [null, "undefined", `${supplier.key}x`])
      expect((await sendWithdrawal(key, id, because)).status).toBe(401);
  });
});
