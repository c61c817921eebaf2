import { eq } from "drizzle-orm";
import { accountingSettings } from "@/db/schema/accounting";
import type { Transaction } from "@/db/transaction";
import type { CustomerUser } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";
import { type AccountingSettings, EMPTY_SETTINGS } from "./accounting-settings";

/** How the viewer's account is booked; empty settings when nothing was set yet. */
export const readAccountingSettings = (viewer: CustomerUser): Promise<AccountingSettings> =>
  withViewer(viewer, (tx) => selectSettings(tx, viewer));

/** Like `readAccountingSettings`, within a transaction. */
export async function selectSettings(
  tx: Transaction,
  { accountId }: Pick<CustomerUser, "accountId">,
): Promise<AccountingSettings> {
  const [row] = await tx
    .select({
      journal: accountingSettings.journal,
      supplierAccount: accountingSettings.supplierAccount,
      supplierAuxiliary: accountingSettings.supplierAuxiliary,
      rent: accountingSettings.rentAccount,
      maintenance: accountingSettings.maintenanceAccount,
      insurance: accountingSettings.insuranceAccount,
      other: accountingSettings.otherAccount,
      suspenseAccount: accountingSettings.suspenseAccount,
      vatAccounts: accountingSettings.vatAccounts,
      recovery: accountingSettings.recovery,
      analyticCode: accountingSettings.analyticCode,
      rules: accountingSettings.rules,
      startsOn: accountingSettings.startsOn,
    })
    .from(accountingSettings)
    .where(eq(accountingSettings.accountId, accountId));
  if (!row) return EMPTY_SETTINGS;
  const { rent, maintenance, insurance, other, ...rest } = row;
  return { ...rest, charges: { rent, maintenance, insurance, other } };
}
