import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/d/[token]/[invoice]/route";
import { invoiceShares } from "@/db/schema/invoice-shares";
import type { CustomerUser, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { DAY_MS } from "@/lib/durations";
import { getInvoice } from "@/lib/invoices/one/get-invoice";
import { listInvoiceEvents } from "@/lib/invoices/one/list-invoice-events";
import { openLink } from "@/lib/links/open-link";
import { createShare } from "@/lib/links/shares/create-share";
import { listShares } from "@/lib/links/shares/list-shares";
import { revokeShare } from "@/lib/links/shares/revoke-share";
import { MAX_OPEN_SHARES, RECIPIENT_LENGTH } from "@/lib/share-limits";
import { SHARE_DAYS } from "@/lib/tokens/life-spans";
import { sendWithdrawal } from "@/tests/integration/deposits/withdrawal-request";
import { sendFile } from "@/tests/integration/http/deposit-request";
import { provenManager, saveForm } from "@/tests/integration/settings/settings-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { invoiceFile } from "@/tests/support/invoice-file";
import {
  asOwner,
  makeAccount,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const NOW = Date.parse("2026-11-23T08:00:00Z");
const UNTIL = "2026-11-30";
let supplier: TestSupplier;
let account: TestAccount;
let invoiceId: string;

beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { preference: "none" });
  invoiceId = await deposit(account, "F-1");
});

async function deposit(owner: TestAccount, number: string): Promise<string> {
  const file = invoiceFile({ number });
  const sent = await sendFile(supplier.key, file, { customerNumber: owner.customerNumber });
  return String(sent.body.id);
}

const share = (viewer: CustomerUser, recipient = "Garage des Trois-Vallons", id = invoiceId) =>
  createShare({ viewer, timeZone: "Europe/Paris" }, id, recipient);

/** Shares the invoice, and returns the id of the link and its secret as the maker sees it. */
async function shared(viewer: CustomerUser = account.member): Promise<{ id: string; secret: string }> {
  const made = await share(viewer);
  if (!made.ok) throw new Error(made.reason);
  const { shares } = await listShares(viewer, invoiceId);
  const found = shares.find(({ id }) => id === made.id);
  return { id: made.id, secret: String(found?.linkUrl).split("/d/")[1] ?? "" };
}

async function download(secret: string, id = invoiceId): Promise<number> {
  const request = new Request(`http://localhost:3000/d/${secret}/${id}?download`);
  const response = await GET(request, { params: Promise.resolve({ token: secret, invoice: id }) });
  await response.arrayBuffer();
  return response.status;
}

const events = () =>
  asOwner(
    (sql) => sql`
      select action, actor_id, subject_id, details from audit_events
      where action in ('invoice_shared', 'share_revoked') order by at, id`,
  );

describe("the link of a shared invoice", () => {
  it("opens this invoice alone for seven days; each use is noted, and none counts as the account's reading", async () => {
    const other = await deposit(account, "F-2");
    const { secret } = await shared();
    const opened = await openLink(secret);
    expect(opened).toMatchObject({
      ok: true,
      share: { recipient: "Garage des Trois-Vallons", until: UNTIL },
      viewer: { kind: "link", invoiceIds: [invoiceId] },
    });
    expect(await download(secret)).toBe(200);
    expect(await download(secret, other)).toBe(404);
    if (opened.ok) expect(await getInvoice(opened.viewer, other)).toBeNull();
    clockAt(NOW + 120_000);
    await download(secret);
    expect((await listShares(account.administrator, invoiceId)).shares).toMatchObject([
      { useCount: 2, until: UNTIL, lastUsedAt: new Date(NOW + 120_000) },
    ]);
    expect(await asOwner((sql) => sql`select from invoice_readings`)).toHaveLength(0);
    expect(await asOwner((sql) => sql`select from link_capabilities`)).toHaveLength(0);
    const kinds = (await listInvoiceEvents(account.member, invoiceId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["shared", "share_used"]));
    clockAt(Date.parse(`${UNTIL}T23:59:59.999Z`) - 1);
    expect(await download(secret)).toBe(200);
    clockAt(NOW + (SHARE_DAYS + 1) * DAY_MS);
    expect(await download(secret)).toBe(410);
    expect(await openLink(secret)).toMatchObject({ ok: false, reason: "share_ended", why: "expired" });
  });

  it("is stored as a digest, noted in the journal with the name it is for, and shown to its maker alone", async () => {
    const { secret } = await shared();
    const [row] = await asOwner((sql) => sql`select invoice_shares::text as row from invoice_shares`);
    expect(String(row?.row)).not.toContain(secret);
    expect(await events()).toEqual([
      {
        ...{ action: "invoice_shared", actor_id: account.member.userId, subject_id: invoiceId },
        details: { number: "F-1", recipient: "Garage des Trois-Vallons", until: UNTIL },
      },
    ]);
    expect((await listShares(account.administrator, invoiceId)).shares).toMatchObject([
      { linkUrl: null, canRevoke: true },
    ]);
  });

  const ENDS: [string, "ended" | "off", () => Promise<unknown>][] = [
    [
      "its maker was removed",
      "ended",
      () => asOwner((sql) => sql`update users set status = 'disabled' where id = ${account.member.userId}`),
    ],
    ["the account is closed", "ended", () => asOwner((sql) => sql`update accounts set state = 'closed'`)],
    [
      "the supplier is suspended",
      "ended",
      () => asOwner((sql) => sql`update suppliers set suspended_at = now()`),
    ],
    [
      "the invoice is older than its retention",
      "ended",
      () => asOwner((sql) => sql`update invoices set remove_after = '2026-11-22'`),
    ],
    [
      "the invoice was withdrawn",
      "ended",
      () => sendWithdrawal(supplier.key, invoiceId, { reason: "Mauvais client" }),
    ],
    [
      "the supplier has switched sharing off",
      "off",
      async () => saveForm(await provenManager(supplier), "sharing", { allowsSharing: "no" }),
    ],
  ];

  it.each(ENDS)("opens nothing any more when %s", async (_title, why, end) => {
    const { secret } = await shared();
    await end();
    expect(await openLink(secret)).toEqual({
      ...{ ok: false, reason: "share_ended", why, supplierSlug: supplier.slug },
    });
    expect(await download(secret)).toBe(410);
  });

  it("is told to the supplier who withdraws the invoice, when it was used", async () => {
    const { secret } = await shared();
    await download(secret);
    const withdrawn = await sendWithdrawal(supplier.key, invoiceId, { reason: "Mauvais client" });
    expect(withdrawn.body.openedThroughLinks).toMatchObject([
      { kind: "share", recipient: "Garage des Trois-Vallons", useCount: 1 },
    ]);
  });
});

describe("sharing an invoice", () => {
  it("is refused without a name, with a long one, for another account's invoice, and when switched off", async () => {
    const stranger = await makeAccount(supplier, { preference: "none" });
    expect(await share(account.member, " \u200b\n")).toEqual({ ok: false, reason: "recipient_missing" });
    expect(await share(account.member, "x".repeat(RECIPIENT_LENGTH + 1))).toMatchObject({
      reason: "recipient_too_long",
    });
    expect(await share(stranger.administrator)).toEqual({ ok: false, reason: "not_found" });
    expect(await share(account.member, "Garage", "nothing")).toEqual({ ok: false, reason: "not_found" });
    await saveForm(await provenManager(supplier), "sharing", { allowsSharing: "no" });
    expect(await share(account.member)).toEqual({ ok: false, reason: "switched_off" });
    expect(await listShares(account.member, invoiceId)).toMatchObject({ isAllowed: false, canShare: false });
    expect(await asOwner((sql) => sql`select from invoice_shares`)).toHaveLength(0);
  });

  it("allows ten links of an invoice that work, also when they are made at the same time", async () => {
    const made = await Promise.all(
      Array.from({ length: MAX_OPEN_SHARES + 2 }, (_, at) => share(account.member, `Garage ${at}`)),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(MAX_OPEN_SHARES);
    expect(made.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "too_many" });
  });

  it("keeps the name as it is read, without characters that hide or turn it", async () => {
    await share(account.member, "  Garage\u202e\n des  Vallons ");
    expect((await listShares(account.member, invoiceId)).shares).toMatchObject([
      { recipient: "Garage des Vallons", maker: null },
    ]);
  });
});

describe("revoking a link", () => {
  it("is for its maker and for administrators of the account, and is noted once", async () => {
    const { id, secret } = await shared(account.administrator);
    const stranger = await makeAccount(supplier, { preference: "none" });
    expect(await revokeShare(account.member, id)).toEqual({ ok: false, reason: "not_found" });
    expect(await revokeShare(stranger.administrator, id)).toEqual({ ok: false, reason: "not_found" });
    expect(await download(secret)).toBe(200);
    const own = await shared(account.member);
    expect(await revokeShare(account.member, own.id)).toEqual({ ok: true });
    const both = [revokeShare(account.administrator, id), revokeShare(account.administrator, id)];
    expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
    expect(await download(secret)).toBe(410);
    expect(await openLink(own.secret)).toMatchObject({ reason: "share_ended", why: "ended" });
    expect((await events()).map(({ action }) => String(action)).sort()).toEqual([
      ...["invoice_shared", "invoice_shared", "share_revoked", "share_revoked"],
    ]);
    expect((await listShares(account.administrator, invoiceId)).shares).toEqual([]);
  });

  it("is final: PostgreSQL lets nobody of the account open the link again, or make one in another name", async () => {
    const { id } = await shared();
    await revokeShare(account.member, id);
    const reopen = (viewer: Viewer) =>
      withViewer(viewer, (tx) => tx.update(invoiceShares).set({ revokedAt: null, revokedById: null }));
    expect((await reopen(account.administrator)).count).toBe(0);
    const { accountId, supplierId } = account.member;
    const forged = withViewer(account.member, (tx) =>
      tx.insert(invoiceShares).values({
        ...{ id: randomUUID(), supplierId, accountId, invoiceId, recipient: "Garage" },
        ...{ userId: account.administrator.userId, tokenHash: "00".repeat(32) },
        ...{ createdAt: new Date(NOW), expiresAt: new Date(NOW + DAY_MS) },
      }),
    );
    await expect(forged).rejects.toThrow();
  });
});
