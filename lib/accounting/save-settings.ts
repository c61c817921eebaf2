import { accountingSettings } from "@/db/schema/accounting";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { recordAudit } from "@/lib/audit/record-audit";
import { now } from "@/lib/clock";
import { takeChange } from "@/lib/limits/throttle";
import type { AccountingSettings } from "./accounting-settings";
import { lockAccounting } from "./lock-accounting";
import { selectSettings } from "./read-settings";

type SettingsSaved = { ok: true } | { ok: false; reason: "too_often" };

/**
 * Changes how the viewer's account is booked; what `change` leaves out stays. Batches that were taken stay as they are.
 * Only administrators and members may.
 */
export async function saveAccountingSettings(
  viewer: CustomerUser,
  change: Partial<AccountingSettings>,
): Promise<SettingsSaved> {
  const at = now();
  if ((await takeChange(viewer.userId, at)) > 0) return { ok: false, reason: "too_often" };
  await withViewer(viewer, (tx) => writeSettings(tx, viewer, change, at));
  return { ok: true };
}

/**
 * Like `saveAccountingSettings`, within a transaction and not counted. Locks the account's accounting first, so that two
 * changes at the same moment both stay.
 */
export async function writeSettings(
  tx: Transaction,
  viewer: CustomerUser,
  change: Partial<AccountingSettings>,
  at: Date,
): Promise<void> {
  await lockAccounting(tx, viewer.accountId);
  const { charges, ...rest } = { ...(await selectSettings(tx, viewer)), ...change };
  const values = {
    ...rest,
    rentAccount: charges.rent,
    maintenanceAccount: charges.maintenance,
    insuranceAccount: charges.insurance,
    otherAccount: charges.other,
    vatAccounts: { ...rest.vatAccounts },
    rules: [...rest.rules],
    updatedAt: at,
  };
  await tx
    .insert(accountingSettings)
    .values({ ...values, accountId: viewer.accountId, supplierId: viewer.supplierId })
    .onConflictDoUpdate({ target: accountingSettings.accountId, set: values });
  await recordAudit(tx, viewer, {
    action: "accounting_settings_changed",
    subjectId: viewer.accountId,
    at,
    details: { fields: Object.keys(change) },
  });
}
