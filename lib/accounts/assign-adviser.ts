import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { StaffUser } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { findAssignee } from "./list-assignees";
import { withLockedAccount } from "./lock-account";

export type AssignedAdviser =
  { ok: true; isNew: boolean } | { ok: false; reason: "not_found" | "closed" | "not_staff" };

/**
 * Makes a member of the supplier's staff the adviser of an account; null removes the adviser. Assigning the same
 * member again changes nothing (`isNew` is false). Refuses a closed account, and a user who is not active staff of
 * this supplier (`not_staff`).
 */
export function assignAdviser(
  viewer: StaffUser,
  accountId: string,
  userId: string | null,
): Promise<AssignedAdviser> {
  return withLockedAccount<AssignedAdviser>(viewer, accountId, async (tx, account, at) => {
    if (account.state === "closed") return { ok: false, reason: "closed" };
    const adviser = userId === null ? null : await findAssignee(tx, viewer, userId);
    if (adviser === undefined) return { ok: false, reason: "not_staff" };
    if (account.adviserUserId === userId) return { ok: true, isNew: false };
    await tx.update(accounts).set({ adviserUserId: userId, updatedAt: at }).where(eq(accounts.id, accountId));
    await recordAudit(tx, viewer, {
      action: "account_changed",
      subjectId: accountId,
      accountId,
      details: { fields: ["adviser"], adviser: adviser?.label ?? null },
      at,
    });
    return { ok: true, isNew: true };
  });
}
