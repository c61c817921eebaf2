import { eq } from "drizzle-orm";
import { suppliers } from "@/db/schema/suppliers";
import type { Transaction } from "@/db/transaction";
import type { Manager } from "@/lib/access/viewer";
import { withViewer } from "@/lib/access/with-viewer";

/** The columns of a supplier that its managers change in forms (`sections/`). */
const settingColumns = {
  name: suppliers.name,
  brandColor: suppliers.brandColor,
  legalName: suppliers.legalName,
  address: suppliers.address,
  siren: suppliers.siren,
  vatNumber: suppliers.vatNumber,
  publisher: suppliers.publisher,
  contactEmail: suppliers.contactEmail,
  contactPhone: suppliers.contactPhone,
  contactHours: suppliers.contactHours,
  contactHoursTexts: suppliers.contactHoursTexts,
  languages: suppliers.languages,
  recoveryAnswer: suppliers.recoveryAnswer,
  allowsSharing: suppliers.allowsSharing,
  retentionMonths: suppliers.retentionMonths,
  defaultHistoryMonths: suppliers.defaultHistoryMonths,
  startsOn: suppliers.startsOn,
  formerPortalName: suppliers.formerPortalName,
  formerPortalUrl: suppliers.formerPortalUrl,
  defaultLegalRole: suppliers.defaultLegalRole,
  tradeWords: suppliers.tradeWords,
  senderName: suppliers.senderName,
  senderAddress: suppliers.senderAddress,
  replyTo: suppliers.replyTo,
  digestHour: suppliers.digestHour,
  linkOpens: suppliers.linkOpens,
  attachmentLimitBytes: suppliers.attachmentLimitBytes,
};

export type SupplierSettings = Pick<typeof suppliers.$inferSelect, keyof typeof settingColumns>;

/** Reads the settings of the manager's supplier, and locks them until the end of the transaction. */
export async function lockSettings(tx: Transaction, { supplierId }: Manager): Promise<SupplierSettings> {
  const [found] = await tx
    .select(settingColumns)
    .from(suppliers)
    .where(eq(suppliers.id, supplierId))
    .for("no key update");
  if (!found) throw new Error("The supplier of a manager was not found.");
  return found;
}

/** Reads the settings of the manager's supplier, for its forms. */
export const openSettings = (viewer: Manager): Promise<SupplierSettings> =>
  withViewer(viewer, async (tx) => {
    const [found] = await tx
      .select(settingColumns)
      .from(suppliers)
      .where(eq(suppliers.id, viewer.supplierId));
    if (!found) throw new Error("The supplier of a manager was not found.");
    return found;
  });
