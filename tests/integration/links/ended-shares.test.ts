import { beforeEach, expect, it } from "vitest";
import { invoiceShares } from "@/db/schema/invoice-shares";
import type { CustomerUser, StaffUser, Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { setAccess } from "@/lib/accounts/one/people/set-access";
import { openLink } from "@/lib/links/open-link";
import { createShare } from "@/lib/links/shares/create-share";
import { listShares } from "@/lib/links/shares/list-shares";
import { endAccess } from "@/lib/users/end-access";
import { setUserStatus } from "@/lib/users/set-user-status";
import { fillAccount } from "@/tests/integration/invoices/fill-account";
import { actingAs } from "@/tests/integration/users/administration-world";
import { clockAt } from "@/tests/support/clock-file";
import { testDatabase } from "@/tests/support/database";
import { provenSession } from "@/tests/support/proven-session";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const NOW = Date.parse("2026-11-23T08:00:00Z");
let supplier: TestSupplier;
let account: TestAccount;
let invoiceId: string;

beforeEach(async () => {
  clockAt(NOW);
  await testDatabase().reset();
  supplier = await makeSupplier();
  account = await makeAccount(supplier, { preference: "none" });
  [invoiceId = ""] = await fillAccount(supplier, account, ["2026-11-01"]);
});

/** Shares the invoice; returns the secret of the link. */
async function shared(viewer: CustomerUser = account.member): Promise<string> {
  const made = await createShare({ viewer, timeZone: "Europe/Paris" }, invoiceId, "Garage des Trois-Vallons");
  const { shares } = await listShares(viewer, invoiceId);
  const found = shares.find(({ id }) => made.ok && id === made.id);
  return String(found?.linkUrl).split("/d/")[1] ?? "";
}

const revocations = () =>
  asOwner(
    (sql) => sql`
      select actor_id, account_id, subject_id, details from audit_events where action = 'share_revoked'`,
  );

async function staff() {
  const viewer = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  return { viewer, sessionId: await provenSession(viewer), supplierName: "Mobilize Lease&Co" };
}

const WAYS: [string, () => Promise<string | null>][] = [
  [
    "an administrator",
    async () => {
      await setUserStatus(await actingAs(account.administrator), account.member.userId, "disabled");
      return account.administrator.userId;
    },
  ],
  [
    "the supplier's staff",
    async () => {
      const adviser = await staff();
      await setAccess(adviser, account.id, account.member.userId, "disabled");
      return adviser.viewer.userId;
    },
  ],
  [
    "a change of address",
    async () => {
      const job: Viewer = { kind: "job" };
      const ends = { keepsMember: false, at: new Date(NOW) };
      await withViewer(job, (tx) => endAccess(tx, job, [account.member.userId], ends));
      return null;
    },
  ],
];

it.each(WAYS)(
  "the end of access by %s revokes the links for good, each with a line in the journal",
  async (_by, end) => {
    const own = await shared();
    const other = await shared(account.administrator);
    const actor = await end();
    await asOwner((sql) => sql`update users set status = 'active' where id = ${account.member.userId}`);
    expect(await openLink(own)).toMatchObject({ reason: "share_ended", why: "ended" });
    expect(await openLink(other)).toMatchObject({ ok: true });
    expect(await revocations()).toMatchObject([
      {
        actor_id: actor,
        account_id: account.id,
        subject_id: invoiceId,
        details: { recipient: "Garage des Trois-Vallons" },
      },
    ]);
  },
);

it("the supplier's staff revoke no link of an active user", async () => {
  await shared();
  const { viewer } = await staff();
  const set = { revokedAt: new Date(NOW) };
  const revoke = () => withViewer(viewer, (tx) => tx.update(invoiceShares).set(set));
  expect((await revoke()).count).toBe(0);
  await asOwner((sql) => sql`update users set status = 'disabled' where id = ${account.member.userId}`);
  expect((await revoke()).count).toBe(1);
});
