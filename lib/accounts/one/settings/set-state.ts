import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { StaffUser } from "@/lib/access/viewer";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";

export type StateSet = { ok: true } | NotChanged | { ok: false; reason: "closed" };

/**
 * Starts to close an account, or opens it again before it is closed. While it is closing, deposits are refused and no
 * mail is sent, but its users can still read its invoices. It is closed when its last invoice has been removed
 * (`closeEmptiedAccounts`).
 */
export function setState(viewer: StaffUser, id: string, state: "closing" | "open"): Promise<StateSet> {
  return changeOne<StateSet>(viewer, id, async (tx, account, at) => {
    if (account.state === "closed") return { ok: false, reason: "closed" };
    if (account.state === state) return { ok: true };
    await tx.update(accounts).set({ state, updatedAt: at }).where(eq(accounts.id, account.id));
    await recordAudit(tx, viewer, {
      action: state === "closing" ? "account_closing" : "account_reopened",
      subjectId: account.id,
      accountId: account.id,
      at,
    });
    return { ok: true };
  });
}
