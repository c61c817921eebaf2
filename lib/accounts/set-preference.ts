import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { StaffUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import type { Preference } from "@/lib/preferences";
import { recordCorrection } from "./corrections/record-correction";
import { lockAccount } from "./lock-account";

export type SetPreference = { ok: true; isNew: boolean } | { ok: false; reason: "not_found" | "closed" };

/**
 * Sets how an account is notified of the invoices deposited from now on (R18, R20). Invoices deposited before keep the
 * preference of their deposit. Setting what is set already changes nothing (`isNew` false).
 */
export function setPreference(
  viewer: StaffUser,
  accountId: string,
  preference: Preference,
): Promise<SetPreference> {
  return withViewer(viewer, async (tx): Promise<SetPreference> => {
    const account = await lockAccount(tx, viewer, accountId);
    if (!account) return { ok: false, reason: "not_found" };
    if (account.state === "closed") return { ok: false, reason: "closed" };
    if (account.preference === preference) return { ok: true, isNew: false };
    const at = now();
    await tx.update(accounts).set({ preference, updatedAt: at }).where(eq(accounts.id, accountId));
    const correction = { accountId, field: "preference" as const };
    await recordCorrection(
      tx,
      viewer,
      { ...correction, oldValue: account.preference, newValue: preference },
      at,
    );
    await recordAudit(tx, viewer, {
      action: "account_changed",
      subjectId: accountId,
      accountId,
      details: { fields: ["preference"], preference: { from: account.preference, to: preference } },
      at,
    });
    return { ok: true, isNew: true };
  });
}
