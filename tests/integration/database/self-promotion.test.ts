import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { withViewer } from "@/lib/access/with-viewer";
import { asOwner, makeAccount, makeSupplier } from "@/tests/support/world";

it("no user changes their own role or state, and an administrator changes those of colleagues", async () => {
  const account = await makeAccount(await makeSupplier());
  const { administrator, member } = account;
  const change = (viewer: typeof member, userId: string, column: string, value: string) =>
    withViewer(viewer, (tx) =>
      tx.execute(
        sql`update users set ${sql.identifier(column)} = ${value} where id = ${userId} returning id`,
      ),
    );
  await expect(change(member, member.userId, "role", "administrator")).rejects.toMatchObject({
    code: "42501",
  });
  await expect(change(administrator, administrator.userId, "status", "disabled")).rejects.toMatchObject({
    code: "42501",
  });
  expect(await change(member, administrator.userId, "status", "disabled")).toHaveLength(0);
  expect(await change(administrator, member.userId, "status", "disabled")).toHaveLength(1);
  const rows = await asOwner((owner) => owner`select role, status from users where id = ${member.userId}`);
  expect({ ...rows[0] }).toEqual({ role: "member", status: "disabled" });
});
