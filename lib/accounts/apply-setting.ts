import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Transaction } from "@/db/transaction";
import type { StaffUser } from "@/lib/access/viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Channel, Preference } from "@/lib/preferences";
import { recordCorrection } from "./corrections/record-correction";
import type { LockedAccount } from "./lock-account";

export type Setting = { preference: Preference } | { channel: Channel };

export type AppliedSetting = { ok: true; isNew: boolean } | { ok: false; reason: "closed" };

/**
 * Sets the preference (R18) or the channel (R22) of a locked account; `askedBy` names who asked for it. The preference
 * counts for the invoices deposited from now on; paper also stops the mails that wait. The former value is kept, so that
 * the supplier's next file does not bring it back. Setting what is set already changes nothing (`isNew` false).
 */
export async function applySetting(
  tx: Transaction,
  viewer: StaffUser,
  account: LockedAccount,
  wanted: Setting,
  { at, askedBy }: { at: Date; askedBy?: string | null },
): Promise<AppliedSetting> {
  if (account.state === "closed") return { ok: false, reason: "closed" };
  const { id: accountId } = account;
  const [field, oldValue, newValue] =
    "preference" in wanted
      ? (["preference", account.preference, wanted.preference] as const)
      : (["channel", account.channel, wanted.channel] as const);
  if (oldValue === newValue) return { ok: true, isNew: false };
  await tx
    .update(accounts)
    .set({ ...wanted, updatedAt: at })
    .where(eq(accounts.id, accountId));
  const correction = { accountId, field, oldValue, newValue };
  await recordCorrection(tx, viewer, { ...correction, ...(askedBy && { askedBy }) }, at);
  await recordAudit(tx, viewer, {
    action: "account_changed",
    subjectId: accountId,
    accountId,
    details: { fields: [field], [field]: { from: oldValue, to: newValue } },
    at,
  });
  return { ok: true, isNew: true };
}
