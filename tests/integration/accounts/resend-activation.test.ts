import { beforeEach, describe, expect, it } from "vitest";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { activateAccount } from "@/lib/accounts/activate-account";
import { assignAdviser } from "@/lib/accounts/assign-adviser";
import { setSetting } from "@/lib/accounts/one/settings/set-setting";
import { resendActivation } from "@/lib/accounts/resend-activation";
import { now } from "@/lib/clock";
import { testDatabase } from "@/tests/support/database";
import {
  asOwner,
  makeAccount,
  makeStaff,
  makeSupplier,
  type TestAccount,
  type TestSupplier,
} from "@/tests/support/world";

const ADDRESS = "compta@client.example";
let supplier: TestSupplier;
let adviser: StaffUser;
let account: TestAccount;

beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
  adviser = (await makeStaff("adviser", supplier)).viewer as StaffUser;
  account = await makeAccount(supplier);
  await asOwner(
    (sql) => sql`update accounts set email = ${ADDRESS}, email_source = 'api' where id = ${account.id}`,
  );
});

/** Adds the administrator at the notification address, without a password, as the first deposit does. */
const activate = () =>
  withViewer(supplier.keyViewer, (tx) =>
    activateAccount(
      tx,
      supplier.keyViewer,
      { accountId: account.id, companyName: "Client", customerNumber: account.customerNumber },
      now(),
    ),
  );

const activations = () =>
  asOwner(
    (sql) =>
      sql<{ generation: number; recipient: string }[]>`
        select generation, recipient from mails where kind = 'activation' order by generation`,
  );

describe("the activation mail sent once more", () => {
  it("is a new generation with a separate link, made once for each state that the adviser saw", async () => {
    await activate();
    expect(await resendActivation(adviser, account.id, { afterGeneration: 1 })).toEqual({
      ok: true,
      recipient: ADDRESS,
      isNew: true,
    });
    expect(await resendActivation(adviser, account.id, { afterGeneration: 1 })).toMatchObject({
      isNew: false,
    });
    expect(await activations()).toEqual([
      { generation: 1, recipient: ADDRESS },
      { generation: 2, recipient: ADDRESS },
    ]);
    const links = await asOwner(
      (sql) => sql`select from tokens where purpose = 'activation' and consumed_at is null`,
    );
    expect(links).toHaveLength(2);
    expect(await resendActivation(adviser, account.id)).toMatchObject({ isNew: true });
    expect(await activations()).toHaveLength(3);
  });

  it("is refused before the first invoice, after the activation, and to an address that bounced", async () => {
    const refused = async () => {
      const answer = await resendActivation(adviser, account.id);
      return answer.ok ? "sent" : answer.reason;
    };
    expect(await refused()).toBe("no_invoice_yet");
    await activate();
    await asOwner(
      (sql) => sql`
        insert into mail_addresses (supplier_id, email, state, reason, at)
        values (${supplier.id}, ${ADDRESS}, 'bounced', 'address_refused', now())`,
    );
    expect(await refused()).toBe("address_bounced");
    await asOwner((sql) => sql`delete from mail_addresses`);
    await asOwner((sql) => sql`update users set password_changed_at = now() where email = ${ADDRESS}`);
    expect(await refused()).toBe("already_activated");
    await asOwner((sql) => sql`update accounts set channel = 'paper' where id = ${account.id}`);
    expect(await refused()).toBe("paper");
    await asOwner(
      (sql) => sql`update accounts set channel = 'electronic', email = null where id = ${account.id}`,
    );
    expect(await refused()).toBe("no_address");
    expect(await activations()).toHaveLength(1);
  });

  it("notes when an administrator chose a password, and forgets it when the address starts anew", async () => {
    const activatedAt = async () => {
      const [row] = await asOwner((sql) => sql`select activated_at from accounts where id = ${account.id}`);
      return row?.activated_at;
    };
    await activate();
    expect(await activatedAt()).toBeNull();
    await asOwner((sql) => sql`update users set password_changed_at = now() where email = ${ADDRESS}`);
    expect(await activatedAt()).toBeInstanceOf(Date);
    await asOwner((sql) => sql`update accounts set activation_queued_at = null where id = ${account.id}`);
    expect(await activatedAt()).toBeNull();
  });
});

describe("an account of another supplier", () => {
  it("is not found by staff, for any operation", async () => {
    const stranger = (await makeStaff("manager", await makeSupplier())).viewer as StaffUser;
    const refusal = { ok: false, reason: "not_found" };
    expect(await resendActivation(stranger, account.id)).toEqual(refusal);
    expect(await setSetting(stranger, account.id, { preference: "none" })).toEqual(refusal);
    expect(await assignAdviser(stranger, account.id, stranger.userId)).toEqual(refusal);
    expect(await assignAdviser(adviser, account.id, stranger.userId)).toEqual({
      ok: false,
      reason: "not_staff",
    });
  });

  it("cannot be given to its staff by any statement", async () => {
    const stranger = (await makeStaff("adviser", await makeSupplier())).viewer as StaffUser;
    await expect(
      asOwner(
        (sql) => sql`update accounts set adviser_user_id = ${stranger.userId} where id = ${account.id}`,
      ),
    ).rejects.toMatchObject({ code: "23503" });
  });
});

describe("preference and adviser", () => {
  it("are set once, with an entry in the journal and a record of the value replaced", async () => {
    expect(await setSetting(adviser, account.id, { preference: "link" })).toEqual({ ok: true, isNew: true });
    expect(await setSetting(adviser, account.id, { preference: "link" })).toEqual({ ok: true, isNew: false });
    expect(await assignAdviser(adviser, account.id, adviser.userId)).toEqual({ ok: true, isNew: true });
    expect(await assignAdviser(adviser, account.id, adviser.userId)).toEqual({ ok: true, isNew: false });
    expect(await assignAdviser(adviser, account.id, null)).toEqual({ ok: true, isNew: true });
    const written = await asOwner(
      (sql) =>
        sql`select details -> 'fields' ->> 0 as field from audit_events where account_id = ${account.id}`,
    );
    expect(written.map(({ field }) => field).sort()).toEqual(["adviser", "adviser", "preference"]);
    const [replaced] = await asOwner(
      (sql) => sql`select field, old_value, new_value from account_corrections`,
    );
    expect(replaced).toEqual({ field: "preference", old_value: "digest", new_value: "link" });
  });
});
