import { eq } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { StaffUser } from "@/lib/access/viewer";
import { recordCorrection } from "@/lib/accounts/corrections/record-correction";
import { changeOne, type NotChanged } from "@/lib/accounts/one/change-one";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Channel, Preference } from "@/lib/preferences";

export type SettingsSet =
  { ok: true; changed: boolean } | NotChanged | { ok: false; reason: "account_closed" };

/**
 * Sets the preference (R18) or the channel (R22) of an account. The preference counts for later deposits; a change to
 * paper also stops the mails that wait. The former value is kept, so that the supplier's next file does not bring it back.
 */
export function setSettings(
  viewer: StaffUser,
  id: string,
  wanted: { preference: Preference } | { channel: Channel },
): Promise<SettingsSet> {
  return changeOne<SettingsSet>(viewer, id, async (tx, account, at) => {
    if (account.state === "closed") return { ok: false, reason: "account_closed" };
    const [field, oldValue, newValue] =
      "preference" in wanted
        ? (["preference", account.preference, wanted.preference] as const)
        : (["channel", account.channel, wanted.channel] as const);
    if (oldValue === newValue) return { ok: true, changed: false };
    await tx
      .update(accounts)
      .set({ ...wanted, updatedAt: at })
      .where(eq(accounts.id, account.id));
    await recordCorrection(tx, viewer, { accountId: account.id, field, oldValue, newValue }, at);
    await recordAudit(tx, viewer, {
      action: "account_changed",
      subjectId: account.id,
      accountId: account.id,
      details: { fields: [field], from: oldValue, to: newValue },
      at,
    });
    return { ok: true, changed: true };
  });
}
