import { type SQL, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { testDatabase } from "@/tests/support/database";
import { asOwner, makeAccount, makeStaff, makeSupplier, type TestSupplier } from "@/tests/support/world";

let supplier: TestSupplier;
beforeEach(async () => {
  await testDatabase().reset();
  supplier = await makeSupplier();
});

const change = (viewer: Viewer, userId: string, set: SQL) =>
  withViewer(viewer, (tx) => tx.execute(sql`update users set ${set} where id = ${userId} returning id`));

describe("PostgreSQL itself", () => {
  it("lets a supplier end or reduce the access of its customers' users, and change nothing else", async () => {
    const account = await makeAccount(supplier);
    const { userId } = account.member;
    const staff = [await makeStaff("adviser", supplier), await makeStaff("manager", supplier)];
    for (const viewer of [supplier.keyViewer, ...staff.map((one) => one.viewer)]) {
      expect(await change(viewer, userId, sql`status = 'disabled', stamp = stamp + 1`)).toHaveLength(1);
      expect(await change(viewer, userId, sql`status = 'active'`)).toHaveLength(1);
      for (const set of [
        sql`password_hash = 'x'`,
        sql`email = 'x@y.example'`,
        sql`email_verified_at = now()`,
        sql`must_change_password = true`,
        sql`stamp = stamp - 1`,
      ])
        await expect(change(viewer, userId, set)).rejects.toMatchObject({ code: "42501" });
      for (const { identifier } of staff) {
        const [other] = await asOwner(
          (owner) => owner`select id from users where identifier = ${identifier}`,
        );
        if ("userId" in viewer && viewer.userId === other?.id) continue;
        // Managers end the access of their own staff (tests/integration/database/staff-rights.test.ts).
        const reached = viewer.kind === "manager" ? 1 : 0;
        expect(await change(viewer, other?.id, sql`status = 'disabled'`)).toHaveLength(reached);
      }
    }
    const foreign = await makeSupplier();
    expect(await change(foreign.keyViewer, userId, sql`status = 'disabled'`)).toHaveLength(0);
  });

  it("refuses at commit to remove an account's last active administrator, for every viewer", async () => {
    const account = await makeAccount(supplier);
    const { administrator, member } = account;
    const job: Viewer = { kind: "job" };
    for (const viewer of [supplier.keyViewer, job])
      for (const set of [sql`status = 'disabled'`, sql`role = 'member'`])
        await expect(change(viewer, administrator.userId, set)).rejects.toMatchObject({ code: "23514" });
    await change(job, member.userId, sql`role = 'administrator'`);
    const both = [administrator.userId, member.userId];
    const ended = await Promise.allSettled(both.map((id) => change(job, id, sql`status = 'disabled'`)));
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await asOwner(
      (owner) => owner`select id from users where role = 'administrator' and status = 'active'`,
    );
    expect(left).toHaveLength(1);
  });
});
